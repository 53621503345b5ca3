import { inferred, type Fact } from '../../2-bucket/evidence.ts';
import { S3_VARY } from '../families/s3/answer.ts';
import type { S3Rules } from '../families/s3/rule.ts';
import type { DecisionInput, Gate, Refusal } from '../../2-bucket/store.ts';
import type { Header } from '../../model.ts';
import type { StoreDefinition } from '../provider.ts';
import { compileForS3, respondLikeS3, s3Store } from '../families/s3/lineage.ts';
import { METHODS, save } from './saving.ts';
import { form, PAGE } from './form.ts';

/** All that Wasabi says of CORS; that it decides and answers as S3 does is read off "100 % compatible with S3". */
const likeS3: Fact = inferred(PAGE);

/** Rules that Wasabi has of its own stand in for those of a bucket without any. What they are is not said: `*` is inferred. */
const defaultAnswer = ({ question }: DecisionInput<S3Rules>): Header[] => [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', METHODS.join(', ')],
  ...(question.names.length === 0
    ? []
    : [['Access-Control-Allow-Headers', question.names.join(', ').toLowerCase()] as const]),
  ['Vary', S3_VARY.join(', ')]
];

const byDefault =
  (status: number | null) =>
  (asked: DecisionInput<S3Rules>): Refusal => ({
    status,
    code: null,
    message: '',
    headers: defaultAnswer(asked)
  });

/** Deleting a bucket's rules brings the default back; it does not switch CORS off. */
const defaultGate = (status: number | null): Gate<S3Rules> => ({
  shut: ({ compiled: { rules } }) => rules.length === 0,
  refusal: byDefault(status),
  facts: likeS3,
  explain: ({ compiled: { rules } }, shut) =>
    shut
      ? { code: 'store-default', args: { origins: ['*'] } }
      : { code: 'configuration-present', args: { rules: rules.length } }
});

const { decide, trace } = s3Store({
  facts: {
    answer: likeS3,
    root: likeS3,
    methodUnknown: likeS3,
    opaqueOrigin: likeS3,
    originCase: likeS3,
    methodCase: likeS3,
    headerPattern: likeS3,
    emptyNames: likeS3,
    actualHeaders: likeS3,
    twoMinds: likeS3,
    zeroAge: likeS3
  },
  methods: METHODS,
  configured: defaultGate(200),
  configuredQuietly: defaultGate(null)
});

export const wasabi: StoreDefinition<'wasabi', S3Rules> = {
  id: 'wasabi',
  name: 'Wasabi',
  kind: 'cloud',
  clients: ['s3'],
  formats: ['s3-console-json', 's3-xml', 's3-json'],
  methods: METHODS,
  form,
  servesHost: (host) => /(^|\.)s3(\.[a-z0-9-]+)?\.wasabisys\.com(:\d+)?$/.test(host.toLowerCase()),
  compile: compileForS3,
  decide,
  trace,
  respond: respondLikeS3(['Server', 'WasabiS3']),
  save
};
