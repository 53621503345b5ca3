/**
 * The four exchanges that the OPTIONS page of COS prints, held to the byte.
 * https://www.tencentcloud.com/document/product/436/8288
 * The rules are those of the PUT page, whose second rule the first and third example need and whose first the second needs.
 * https://www.tencentcloud.com/document/product/436/8279
 */
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_FACTS,
  providerById,
  rawRequest,
  rawResponse,
  readRules,
  type Header,
  type ServerStamp
} from '#engine';

const EXPOSED = ['Content-Length', 'ETag', 'x-cos-meta-author'];

const RULES = JSON.stringify({
  CORSRules: [
    {
      AllowedOrigins: ['*'],
      AllowedMethods: ['GET', 'HEAD'],
      AllowedHeaders: [
        'Range',
        'x-cos-server-side-encryption-customer-algorithm',
        'x-cos-server-side-encryption-customer-key',
        'x-cos-server-side-encryption-customer-key-MD5'
      ],
      ExposeHeaders: EXPOSED,
      MaxAgeSeconds: 600
    },
    {
      AllowedOrigins: ['https://example.com', 'https://bar.com'],
      AllowedMethods: ['PUT', 'GET', 'POST', 'DELETE', 'HEAD'],
      AllowedHeaders: ['*'],
      ExposeHeaders: EXPOSED,
      MaxAgeSeconds: 600
    }
  ]
});

const HOST = 'examplebucket-1250000000.cos.ap-beijing.myqcloud.com';
const TRACE_ID =
  'OGVmYzZiMmQzYjA2OWNhODk0NTRkMTBiOWVmMDAxODc0OWRkZjk0ZDM1NmI1M2E2MTRlY2MzZDhmNmI5MWI1OWE4OGMxZjNj' +
  'Y2JiNTBmMTVmMWY1MzAzYzkyZGQ2ZWM4OWM4Y2M5MzI5ZmUzN2FjZDk1OTRjYWI5Yjg5OTJlZDA=';

interface PrintedCase {
  name: string;
  rules: string;
  path: string;
  asked: [origin: string, method: string, headers: string | null];
  stamp: ServerStamp;
  answer: string[];
}

const PRINTED: PrintedCase[] = [
  {
    name: 'example 1: PUT Object, second rule, origin echoed, headers echoed',
    rules: RULES,
    path: '/exampleobject',
    asked: ['https://example.com', 'PUT', 'content-md5,content-type,x-cos-meta-author'],
    stamp: {
      date: 'Thu, 09 Jul 2020 14:49:22 GMT',
      requestId: 'NWYwNzJlNzJfODRjOTJhMDlfMjU0MWNfMTNmZDM5****',
      traceId: ''
    },
    answer: [
      'HTTP/1.1 200 OK',
      'Content-Length: 0',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Headers: content-md5,content-type,x-cos-meta-author',
      'Access-Control-Allow-Methods: PUT,GET,POST,DELETE,HEAD',
      'Access-Control-Allow-Origin: https://example.com',
      'Access-Control-Expose-Headers: Content-Length,ETag,x-cos-meta-author',
      'Access-Control-Max-Age: 600',
      'Date: Thu, 09 Jul 2020 14:49:22 GMT',
      'Server: tencent-cos',
      'x-cos-request-id: NWYwNzJlNzJfODRjOTJhMDlfMjU0MWNfMTNmZDM5****',
      '',
      ''
    ]
  },
  {
    name: 'example 2: GET Object with range, first rule, *, the whole list in lower case',
    rules: RULES,
    path: '/exampleobject',
    asked: ['https://example.com', 'GET', 'range'],
    stamp: {
      date: 'Thu, 09 Jul 2020 14:49:22 GMT',
      requestId: 'NWYwNzJlNzJfZDUyNzVkNjRfYTA2Ml8yNGEz****',
      traceId: ''
    },
    answer: [
      'HTTP/1.1 200 OK',
      'Content-Length: 0',
      'Access-Control-Allow-Headers: range,x-cos-server-side-encryption-customer-algorithm,' +
        'x-cos-server-side-encryption-customer-key,x-cos-server-side-encryption-customer-key-md5',
      'Access-Control-Allow-Methods: GET,HEAD',
      'Access-Control-Allow-Origin: *',
      'Access-Control-Expose-Headers: Content-Length,ETag,x-cos-meta-author',
      'Access-Control-Max-Age: 600',
      'Date: Thu, 09 Jul 2020 14:49:22 GMT',
      'Server: tencent-cos',
      'x-cos-request-id: NWYwNzJlNzJfZDUyNzVkNjRfYTA2Ml8yNGEz****',
      '',
      ''
    ]
  },
  {
    name: 'example 3: PUT Bucket lifecycle, a path with a query',
    rules: RULES,
    path: '/?lifecycle',
    asked: ['https://bar.com', 'PUT', 'content-md5,content-type'],
    stamp: {
      date: 'Thu, 09 Jul 2020 14:29:40 GMT',
      requestId: 'NWYwNzI5ZDRfNjFiMDJhMDlfYzk2NF8xYmZl****',
      traceId: ''
    },
    answer: [
      'HTTP/1.1 200 OK',
      'Content-Length: 0',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Headers: content-md5,content-type',
      'Access-Control-Allow-Methods: PUT,GET,POST,DELETE,HEAD',
      'Access-Control-Allow-Origin: https://bar.com',
      'Access-Control-Expose-Headers: Content-Length,ETag,x-cos-meta-author',
      'Access-Control-Max-Age: 600',
      'Date: Thu, 09 Jul 2020 14:29:40 GMT',
      'Server: tencent-cos',
      'x-cos-request-id: NWYwNzI5ZDRfNjFiMDJhMDlfYzk2NF8xYmZl****',
      '',
      ''
    ]
  },
  {
    name: 'example 4: a bucket without rules',
    rules: '',
    path: '/exampleobject',
    asked: ['https://example.com', 'PUT', null],
    stamp: {
      date: 'Thu, 09 Jul 2020 11:45:26 GMT',
      requestId: 'NWYwNzAzNTZfNzNjODJhMDlfMzRiM2ZfMThjMjk4****',
      traceId: TRACE_ID
    },
    answer: [
      'HTTP/1.1 403 Forbidden',
      'Content-Type: application/xml',
      'Content-Length: 687',
      'Date: Thu, 09 Jul 2020 11:45:26 GMT',
      'Server: tencent-cos',
      'x-cos-request-id: NWYwNzAzNTZfNzNjODJhMDlfMzRiM2ZfMThjMjk4****',
      `x-cos-trace-id: ${TRACE_ID}`,
      '',
      [
        "<?xml version='1.0' encoding='utf-8' ?>",
        '<Error>',
        '\t<Code>AccessForbidden</Code>',
        '\t<Message>CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, ' +
          'request method / Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the ' +
          'resource&apos;s CORS spec</Message>',
        `\t<Resource>${HOST}/exampleobject</Resource>`,
        '\t<RequestId>NWYwNzAzNTZfNzNjODJhMDlfMzRiM2ZfMThjMjk4****</RequestId>',
        `\t<TraceId>${TRACE_ID}</TraceId>`,
        '</Error>'
      ].join('\n')
    ]
  }
];

describe('the printed exchanges of COS', () => {
  const cos = providerById('tencent-cos');

  test.each(PRINTED)('$name', ({ rules, path, asked, stamp, answer }) => {
    const [origin, method, names] = asked;
    const headers: Header[] = [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...(names === null ? [] : [['Access-Control-Request-Headers', names] as const])
    ];
    const request = { method: 'OPTIONS', host: HOST, path, headers };
    const compiled = cos.compile(readRules(rules).ruleSet);
    const decision = cos.decide(compiled, request, DEFAULT_FACTS);
    expect(rawResponse(cos.respond(decision, request, stamp))).toBe(answer.join('\r\n'));
    expect(decision.evidence).toBe('traced');
  });

  test('a request is printed with its host first and an empty line last', () => {
    const request = {
      method: 'GET',
      host: HOST,
      path: '/a',
      headers: [['Origin', 'null']] as const
    };
    expect(rawRequest(request)).toBe(`GET /a HTTP/1.1\r\nHost: ${HOST}\r\nOrigin: null\r\n\r\n`);
  });
});
