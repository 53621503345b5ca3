import { DEFAULT_FACTS, type BucketFacts, type WireRequest } from '#engine';
import { headerRecord } from '../../headers.ts';
import type { Fields } from '../fields.ts';
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
    const decision = held.provider.decide(held.compiled, request, facts);
    return {
      rule: decision.rule,
      status: decision.status,
      headers: headerRecord(decision.headers),
      code: decision.error?.code ?? null,
      message: decision.error?.message ?? null,
      evidence: decision.evidence
    };
  }
};

function wireRequest(fields: Fields): WireRequest {
  const headers = fields.headerObject('headers');
  const host = headers.find(([name]) => name.toLowerCase() === 'host');
  return {
    method: fields.text('method'),
    host: host?.[1] ?? '',
    path: fields.text('path'),
    headers: host === undefined ? headers : headers.filter((header) => header !== host)
  };
}

function factsOf(fields: Fields | null): BucketFacts {
  if (fields === null) return DEFAULT_FACTS;
  return {
    target: fields.optionalChoice('target', TARGETS, DEFAULT_FACTS.target),
    bucketExists: fields.optionalFlag('bucketExists', DEFAULT_FACTS.bucketExists),
    objectExists: fields.optionalFlag('objectExists', DEFAULT_FACTS.objectExists),
    signature: fields.optionalChoice('signature', SIGNATURES, DEFAULT_FACTS.signature)
  };
}
