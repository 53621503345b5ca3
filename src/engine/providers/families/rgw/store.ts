/**
 * How the RADOS Gateway decides, for its S3 and its Swift interface: the first rule that takes the origin is the only one
 * that is asked. docs/facts/rgw-swift.md 1.1
 */
import type { WireRequest } from '../../../model.ts';
import type { Matched } from '../../../2-bucket/answer.ts';
import { withDoubt } from '../../../2-bucket/doubt.ts';
import type { Fact } from '../../../2-bucket/evidence.ts';
import { lastLine } from '../../../2-bucket/header-lines.ts';
import { headerPatternsCondition } from '../../../2-bucket/header-patterns.ts';
import { methodCondition } from '../../../2-bucket/method.ts';
import { originCondition } from '../../../2-bucket/origin.ts';
import type { CorsQuestion } from '../../../2-bucket/question.ts';
import {
  bucketExists,
  rulesExist,
  methodSent,
  originSent,
  quietly,
  signatureReadable,
  signatureRight,
  targetInBucket
} from '../../../2-bucket/gates.ts';
import { rgwAnswer } from './answer.ts';
import type { RgwRule } from './rule.ts';
import { firstMatchStore, type Gate, type Refusal } from '../../../2-bucket/store.ts';

export interface RgwRules {
  rules: RgwRule[];
}

/** The errors of one interface, and how sure everything is that was, and that was not, recorded. */
export interface RgwInterface {
  recorded: Fact;
  unrecorded: Fact;
  refusals: Readonly<
    Record<'root' | 'noBucket' | 'incomplete' | 'notAllowed' | 'badSignature', Refusal>
  >;
  /** True where a signed request carries an Authorization header, which turns `*` into an echo. */
  signsByAuthorization: boolean;
}

/** The characters that part the names of a list: recorded for `,` and blanks. https://github.com/ceph/ceph/blob/main/src/common/str_list.cc */
const SEPARATORS = /[;,= \t]+/;

export const rgwWords = (value: string): string[] =>
  value.split(SEPARATORS).filter((word) => word !== '');

/**
 * The gateway reads the last line of each header, an empty one as present, and takes the two Access-Control-Request headers
 * of an actual request for real.
 */
function rgwQuestion({ method, headers }: WireRequest): CorsQuestion {
  const preflight = method === 'OPTIONS';
  const requestHeaders = lastLine(headers, 'access-control-request-headers');
  const requestMethod = lastLine(headers, 'access-control-request-method');
  return {
    preflight,
    origin: lastLine(headers, 'origin'),
    method: requestMethod ?? (preflight ? null : method),
    requestHeaders,
    names: requestHeaders === null ? [] : rgwWords(requestHeaders),
    authorization: lastLine(headers, 'authorization')
  };
}

/** Builds the two ways through the gateway. */
export function rgwStore(face: RgwInterface) {
  const { recorded, unrecorded, refusals } = face;

  /** An Origin or a method that is there but empty is present: `shut` only where there is no such header. */
  const whereAbsent = (gate: Gate<unknown>, key: 'origin' | 'method'): Gate<unknown> => ({
    ...gate,
    shut: ({ question }) => question[key] === null
  });

  const told = { refusal: refusals.incomplete, facts: recorded };
  const root = targetInBucket({ refusal: refusals.root, facts: recorded });
  const readable = signatureReadable({ refusal: refusals.incomplete, facts: recorded });
  const right = signatureRight({
    refusal: refusals.badSignature,
    facts: { open: recorded, shut: unrecorded }
  });
  const bucket = bucketExists({ refusal: refusals.noBucket, facts: recorded });
  const origin = whereAbsent(originSent(told), 'origin');
  const method = whereAbsent(methodSent(told), 'method');
  const rules = rulesExist<RgwRules>({ refusal: refusals.notAllowed, facts: recorded });

  const conditions = [
    originCondition(recorded),
    methodCondition(recorded),
    withDoubt(
      headerPatternsCondition(recorded),
      ({ requestHeaders }) => /[;=]/.test(requestHeaders ?? ''),
      unrecorded
    )
  ];

  /** A preflight always repeats the origin; an empty one gives an answer without CORS headers. */
  const echoed = ({ question }: Matched<RgwRule>) => question.origin ?? '';

  /** An actual request is told `*` where the rule has `*` and the request has no Authorization header. */
  const starred = (matched: Matched<RgwRule>) =>
    matched.rule.anyOrigin !== null && !authorised(matched) ? '*' : echoed(matched);

  const authorised = ({ question, facts }: Matched<RgwRule>): boolean =>
    (question.authorization ?? null) !== null ||
    (face.signsByAuthorization && facts.signature === 'header');

  return firstMatchStore<RgwRules, RgwRule>({
    question: rgwQuestion,
    rules: (compiled) => compiled.rules,
    preflight: {
      gates: [
        root,
        ...(face.signsByAuthorization ? [readable, right] : []),
        bucket,
        origin,
        method,
        rules
      ],
      conditions,
      choosing: 1,
      answer: rgwAnswer(echoed, face),
      status: 200,
      unmatched: refusals.notAllowed
    },
    actual: {
      gates: [root, right, bucket, origin, rules].map(quietly),
      conditions: conditions.slice(0, 2),
      choosing: 1,
      answer: rgwAnswer(starred, face),
      status: null,
      unmatched: null
    }
  });
}
