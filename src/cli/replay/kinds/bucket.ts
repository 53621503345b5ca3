import { DEFAULT_FACTS, type BucketFacts, type Decision, type WireRequest } from '#engine';
import { headerJson } from '../../headers.ts';
import type { FieldReader } from '../fields.ts';
import type { Kind } from './kind.ts';

const TARGETS = [
  'object',
  'bucket',
  'root',
  'noaccount'
] as const satisfies readonly BucketFacts['target'][];
const SIGNATURES = [
  'none',
  'header',
  'query',
  'bad'
] as const satisfies readonly BucketFacts['signature'][];

/** What the store answers to one request. */
export const bucket: Kind = {
  name: 'bucket',
  answer(fields, rules) {
    const held = rules.of(fields);
    const request = wireRequest(fields.object('request'));
    const facts = factsOf(fields.optionalObject('facts'));
    if (held === null || fields.refusal !== null) return null;
    return json(held.provider.decide(held.compiled, request, facts));
  }
};

/** Put together by hand: a day of access logs is millions of these, and `JSON.stringify` of the whole takes a fifth of the time. */
function json({ rule, status, headers, error, evidence }: Decision): string {
  const code = error === null ? 'null' : JSON.stringify(error.code);
  const message = error === null ? 'null' : JSON.stringify(error.message);
  return `{"rule":${rule},"status":${status},"headers":${headerJson(headers)},"code":${code},"message":${message},"evidence":"${evidence}"}`;
}

function wireRequest(fields: FieldReader): WireRequest {
  const headers = fields.headerObject('headers');
  const host = headers.find(([name]) => name.toLowerCase() === 'host');
  return {
    method: fields.text('method'),
    host: host?.[1] ?? '',
    path: fields.text('path'),
    headers: host === undefined ? headers : headers.filter((header) => header !== host)
  };
}

function factsOf(fields: FieldReader | null): BucketFacts {
  if (fields === null) return DEFAULT_FACTS;
  return {
    target: fields.optionalChoice('target', TARGETS, DEFAULT_FACTS.target),
    bucketExists: fields.optionalFlag('bucketExists', DEFAULT_FACTS.bucketExists),
    objectExists: fields.optionalFlag('objectExists', DEFAULT_FACTS.objectExists),
    signature: fields.optionalChoice('signature', SIGNATURES, DEFAULT_FACTS.signature)
  };
}
