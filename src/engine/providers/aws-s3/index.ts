import { documented, inferred, traced } from '../../2-bucket/evidence.ts';
import { rulesExist, quietly } from '../../2-bucket/gates.ts';
import type { S3Rules } from '../families/s3/rule.ts';
import { hostName } from '../shared/host-name.ts';
import type { StoreDefinition } from '../provider.ts';
import { compileForS3, respondLikeS3, s3Store } from '../families/s3/lineage.ts';
import { forbidden, NOT_ENABLED, S3_METHODS } from '../families/s3/words.ts';
import { save } from './saving.ts';
import { GUIDE, form } from './form.ts';

/** Answers of us-east-1, recorded from 2023 to 2025 as the reference of an emulator's tests. */
const RECORDED =
  'https://github.com/localstack/localstack/blob/main/tests/aws/services/s3/test_s3_cors.snapshot.json';
/** What a test suite for S3's interface asserts, which passes against Amazon's own. */
const TESTED = 'https://github.com/ceph/s3-tests/blob/master/s3tests/functional/test_s3.py';
/** The status of the service root is recorded, its words are not. */
const ROOT = 'https://github.com/aws/aws-sdk-js/issues/1939';
const RULE_PAGE = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html';

const recorded = traced(RECORDED);

/** A bucket without rules says so before it asks for the method. */
const configuration = rulesExist<S3Rules>({
  refusal: forbidden(NOT_ENABLED),
  facts: recorded
});

/**
 * Not recorded: letters' case of an origin, the words for a method that is none of the five, empty members of a list, and
 * what a rule says that lists `*` beside the origin itself.
 */
const { decide, trace } = s3Store({
  facts: {
    answer: recorded,
    root: inferred(ROOT),
    methodUnknown: inferred(TESTED),
    opaqueOrigin: inferred(GUIDE),
    originCase: inferred(GUIDE),
    methodCase: inferred(RULE_PAGE),
    headerPattern: documented(RULE_PAGE),
    emptyNames: inferred(RULE_PAGE),
    actualHeaders: inferred(RECORDED),
    twoMinds: inferred(RECORDED),
    zeroAge: inferred(RULE_PAGE)
  },
  methods: S3_METHODS,
  configured: configuration,
  configuredQuietly: quietly(configuration)
});

/** One domain for each partition of the cloud. */
const DOMAINS = ['.amazonaws.com', '.amazonaws.com.cn', '.amazonaws.eu'];

/** Endpoints of S3: `s3`, `s3-accelerate`, `s3-REGION` or `s3express-ZONE` is a whole label of the name. */
function servesHost(host: string): boolean {
  const name = hostName(host);
  if (!DOMAINS.some((domain) => name.endsWith(domain))) return false;
  return name.split('.').some((label) => /^s3(-|express-|$)/.test(label));
}

/**
 * Not in the answers here, since the rules do not bring them about: a young bucket's global endpoint redirects a preflight
 * with 307, an endpoint of another region with 301, and browsers refuse both. https://github.com/boto/boto3/issues/421
 */

export const awsS3: StoreDefinition<'aws-s3', S3Rules> = {
  id: 'aws-s3',
  name: 'Amazon S3',
  kind: 'cloud',
  clients: ['s3'],
  formats: [
    's3-xml',
    's3-console-json',
    's3-json',
    's3-camel-json',
    's3-snake-json',
    'cloudformation-json',
    'cloudformation-yaml',
    'terraform-aws'
  ],
  methods: S3_METHODS,
  form,
  servesHost,
  compile: compileForS3,
  decide,
  trace,
  respond: respondLikeS3(['Server', 'AmazonS3']),
  save
};
