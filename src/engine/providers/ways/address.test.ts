import { expect, test } from 'vitest';
import { providers, type ProviderId } from '../providers.ts';
import { storeToSaveTo } from '../commands.ts';
import { readAddress } from './address.ts';
import type { TargetValues } from './model.ts';

type AddressRow = [address: string, values: TargetValues, note?: string];

const AWS: AddressRow[] = [
  ['b.c.s3.eu-west-1.amazonaws.com/k', { bucket: 'b.c', region: 'eu-west-1' }],
  ['s3.eu-west-1.amazonaws.com/b/k', { bucket: 'b', region: 'eu-west-1' }],
  ['s3.eu-west-1.amazonaws.com', {}],
  ['b.s3.amazonaws.com/k', { bucket: 'b' }],
  ['s3.amazonaws.com/b/k', { bucket: 'b' }],
  ['b.s3-eu-west-1.amazonaws.com/k', { bucket: 'b', region: 'eu-west-1' }],
  ['s3-eu-west-1.amazonaws.com/b/k', { bucket: 'b', region: 'eu-west-1' }],
  ['b.s3.dualstack.eu-west-1.amazonaws.com/k', { bucket: 'b', region: 'eu-west-1' }],
  ['s3.dualstack.eu-west-1.amazonaws.com/b/k', { bucket: 'b', region: 'eu-west-1' }],
  ['b.s3-fips.us-east-1.amazonaws.com/k', { bucket: 'b', region: 'us-east-1' }],
  ['b.s3-fips.dualstack.us-east-1.amazonaws.com/k', { bucket: 'b', region: 'us-east-1' }],
  ['s3-fips.us-east-1.amazonaws.com/b/k', { bucket: 'b', region: 'us-east-1' }],
  ['b.s3-accelerate.amazonaws.com/k', { bucket: 'b' }, 'address-accelerated'],
  ['b.s3-accelerate.dualstack.amazonaws.com/k', { bucket: 'b' }, 'address-accelerated'],
  ['n-1.s3-accesspoint.eu-west-1.amazonaws.com/k', { region: 'eu-west-1' }, 'address-access-point'],
  ['a.accesspoint.s3-global.amazonaws.com/k', {}, 'address-access-point'],
  ['n-1.s3-object-lambda.eu-west-1.amazonaws.com', { region: 'eu-west-1' }, 'address-access-point'],
  [
    'b--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com/k',
    { bucket: 'b--euw1-az1--x-s3', region: 'eu-west-1' },
    'directory-bucket'
  ],
  ['b.s3-website-eu-west-1.amazonaws.com', { bucket: 'b', region: 'eu-west-1' }, 'address-website'],
  ['b.s3-website.eu-west-1.amazonaws.com', { bucket: 'b', region: 'eu-west-1' }, 'address-website'],
  [
    'b.s3.cn-north-1.amazonaws.com.cn/k',
    { bucket: 'b', region: 'cn-north-1', domain: 'amazonaws.com.cn' }
  ],
  [
    's3.eusc-de-east-1.amazonaws.eu/b/k',
    { bucket: 'b', region: 'eusc-de-east-1', domain: 'amazonaws.eu' }
  ],
  ['B.S3.EU-WEST-1.AMAZONAWS.COM./k', { bucket: 'b', region: 'eu-west-1' }],
  ["s3.eu-west-1.amazonaws.com/a%20'$(id)/k", { bucket: "a '$(id)", region: 'eu-west-1' }],
  ['s3.eu-west-1.amazonaws.com/a%/k', { bucket: 'a%', region: 'eu-west-1' }],
  ['d111111abcdef8.cloudfront.net/k', {}]
];

const COS: AddressRow[] = [
  ['b-1.cos.ap-guangzhou.myqcloud.com/k', { bucket: 'b-1', region: 'ap-guangzhou' }],
  ['b-1.cos.ap-guangzhou.tencentcos.cn/k', { bucket: 'b-1', region: 'ap-guangzhou' }],
  [
    'cos.ap-guangzhou.myqcloud.com/b-1/k',
    { bucket: 'b-1', region: 'ap-guangzhou' },
    'path-style-refused'
  ],
  ['b-1.cos.accelerate.myqcloud.com/k', { bucket: 'b-1' }, 'address-accelerated'],
  [
    'b-1.cos-internal.ap-guangzhou.tencentcos.cn',
    { bucket: 'b-1', region: 'ap-guangzhou' },
    'address-internal'
  ],
  ['b-1.cos-internal.accelerate.tencentcos.cn', { bucket: 'b-1' }, 'address-internal'],
  [
    'b-1.cos-website.ap-guangzhou.myqcloud.com',
    { bucket: 'b-1', region: 'ap-guangzhou' },
    'address-website'
  ],
  ['b-1.file.myqcloud.com/k', { bucket: 'b-1' }, 'address-cdn'],
  [
    'b-1.ci.ap-guangzhou.myqcloud.com',
    { bucket: 'b-1', region: 'ap-guangzhou' },
    'address-processing'
  ],
  [
    'b-1.pic.ap-guangzhou.myqcloud.com',
    { bucket: 'b-1', region: 'ap-guangzhou' },
    'address-processing'
  ],
  ['b-1.picsh.myqcloud.com', { bucket: 'b-1' }, 'address-processing'],
  ['c-1.cos-cdc.ap-guangzhou.myqcloud.com', { region: 'ap-guangzhou' }, 'address-no-bucket'],
  ['service.cos.myqcloud.com', {}, 'address-no-bucket']
];

const R2_ID = '0123456789abcdef0123456789abcdef';

const ROWS: [ProviderId, AddressRow[]][] = [
  ['aws-s3', AWS],
  ['tencent-cos', COS],
  [
    'alibaba-oss',
    [
      ['b.oss-cn-hangzhou.aliyuncs.com/k', { bucket: 'b', region: 'cn-hangzhou' }],
      [
        'b.oss-cn-hangzhou-internal.aliyuncs.com/k',
        { bucket: 'b', region: 'cn-hangzhou' },
        'address-internal'
      ],
      [
        'b.vpc100-oss-cn-hangzhou.aliyuncs.com/k',
        { bucket: 'b', region: 'cn-hangzhou' },
        'address-internal'
      ],
      ['b.oss-accelerate.aliyuncs.com/k', { bucket: 'b' }, 'address-accelerated'],
      ['b.oss-accelerate-overseas.aliyuncs.com/k', { bucket: 'b' }, 'address-accelerated'],
      [
        'oss-cn-hangzhou.aliyuncs.com/b/k',
        { bucket: 'b', region: 'cn-hangzhou' },
        'path-style-refused'
      ],
      ['b.s3.oss-cn-hangzhou.aliyuncs.com/k', { bucket: 'b', region: 'cn-hangzhou' }]
    ]
  ],
  [
    'huawei-obs',
    [
      ['b.obs.cn-north-4.myhuaweicloud.com/k', { bucket: 'b', region: 'cn-north-4' }],
      ['obs.cn-north-4.myhuaweicloud.com/b/k', { bucket: 'b', region: 'cn-north-4' }],
      [
        'b.obs-website.cn-north-4.myhuaweicloud.com',
        { bucket: 'b', region: 'cn-north-4' },
        'address-website'
      ],
      [
        'b.obs.eu-west-101.myhuaweicloud.eu/k',
        { bucket: 'b', region: 'eu-west-101', domain: 'myhuaweicloud.eu' }
      ],
      [
        'b.obs.eu-de.otc.t-systems.com/k',
        { bucket: 'b', region: 'eu-de', domain: 'otc.t-systems.com' }
      ],
      ['b.obs.otc.t-systems.com/k', { bucket: 'b', domain: 'otc.t-systems.com' }]
    ]
  ],
  [
    'google-cloud-storage',
    [
      ['storage.googleapis.com/b/k', { bucket: 'b' }],
      ['b.c.storage.googleapis.com/k', { bucket: 'b.c' }],
      ['storage.googleapis.com/storage/v1/b/b/o/k', { bucket: 'b' }, 'address-json-api'],
      ['storage.googleapis.com/upload/storage/v1/b/b/o', { bucket: 'b' }, 'address-json-api'],
      ['storage.googleapis.com/download/storage/v1/b/b/o/k', { bucket: 'b' }, 'address-json-api'],
      ['www.googleapis.com/storage/v1/b/b/o/k', { bucket: 'b' }, 'address-json-api'],
      ['storage.cloud.google.com/b/k', { bucket: 'b' }, 'address-signed-in'],
      ['storage.mtls.googleapis.com/b/k', { bucket: 'b' }],
      ['storage.europe-west3.rep.googleapis.com/b/k', { bucket: 'b', region: 'europe-west3' }],
      ['firebasestorage.googleapis.com/v0/b/b/o/k', { bucket: 'b' }, 'address-json-api']
    ]
  ],
  [
    'azure-blob',
    [
      ['a.blob.core.windows.net/c/k', { account: 'a' }],
      ['a-secondary.blob.core.windows.net/c/k', { account: 'a' }],
      ['a.z41.blob.storage.azure.net/c/k', { account: 'a', domain: 'z41.blob.storage.azure.net' }],
      ['a.z6.web.core.windows.net', { account: 'a' }, 'address-website-never'],
      ['a.dfs.core.windows.net/f/k', { account: 'a' }],
      ['a.blob.core.chinacloudapi.cn/c/k', { account: 'a', domain: 'blob.core.chinacloudapi.cn' }],
      [
        'a.blob.core.usgovcloudapi.net/c/k',
        { account: 'a', domain: 'blob.core.usgovcloudapi.net' }
      ],
      ['x.azureedge.net/k', {}, 'address-cdn'],
      ['x.azurefd.net/k', {}, 'address-cdn']
    ]
  ],
  [
    'azurite',
    [['http://127.0.0.1:10000/a/c/k', { account: 'a', endpoint: 'http://127.0.0.1:10000' }]]
  ],
  [
    'cloudflare-r2',
    [
      [`${R2_ID}.r2.cloudflarestorage.com/b/k`, { account: R2_ID, bucket: 'b' }],
      [`b.${R2_ID}.r2.cloudflarestorage.com/k`, { account: R2_ID, bucket: 'b' }],
      [
        `${R2_ID}.eu.r2.cloudflarestorage.com/b/k`,
        { account: R2_ID, bucket: 'b', jurisdiction: 'eu' }
      ],
      [
        `b.${R2_ID}.fedramp.r2.cloudflarestorage.com/k`,
        { account: R2_ID, bucket: 'b', jurisdiction: 'fedramp' }
      ],
      [`pub-${R2_ID}.r2.dev/k`, {}, 'address-no-bucket'],
      ['cdn.example.com/k', {}]
    ]
  ],
  [
    'backblaze-b2',
    [
      ['s3.us-west-004.backblazeb2.com/b/k', { bucket: 'b', region: 'us-west-004' }],
      ['b.s3.us-west-004.backblazeb2.com/k', { bucket: 'b', region: 'us-west-004' }],
      ['f004.backblazeb2.com/file/b/k', { bucket: 'b' }],
      ['f004.backblazeb2.com/b2api/v3/b2_download_file_by_id?fileId=1', {}, 'address-no-bucket'],
      ['pod-000-1000-00.backblaze.com/b2api/v3/b2_upload_file', {}, 'address-no-bucket'],
      ['api004.backblazeb2.com/b2api/v3/b2_list_buckets', {}, 'address-no-bucket']
    ]
  ],
  [
    'digitalocean-spaces',
    [
      ['b.nyc3.digitaloceanspaces.com/k', { bucket: 'b', region: 'nyc3' }],
      ['nyc3.digitaloceanspaces.com/b/k', { bucket: 'b', region: 'nyc3' }],
      ['b.nyc3.cdn.digitaloceanspaces.com/k', { bucket: 'b', region: 'nyc3' }, 'address-cdn']
    ]
  ],
  [
    'wasabi',
    [
      ['s3.eu-central-1.wasabisys.com/b/k', { bucket: 'b', region: 'eu-central-1' }],
      ['b.s3.eu-central-1.wasabisys.com/k', { bucket: 'b', region: 'eu-central-1' }],
      ['s3.wasabisys.com/b/k', { bucket: 'b', region: 'us-east-1' }],
      ['s3.nl-1.wasabisys.com/b/k', { bucket: 'b', region: 'eu-central-1' }],
      ['b.s3.it-1.wasabisys.com/k', { bucket: 'b', region: 'eu-south-1' }]
    ]
  ],
  [
    'openstack-swift',
    [
      [
        'https://swift.test/v1/AUTH_demo/c/k',
        { bucket: 'c', endpoint: 'https://swift.test/v1/AUTH_demo' }
      ],
      ['https://rgw.test/swift/v1/c/k', { bucket: 'c', endpoint: 'https://rgw.test/swift/v1' }],
      [
        'https://rgw.test/swift/v1/AUTH_demo/c/k',
        { bucket: 'c', endpoint: 'https://rgw.test/swift/v1/AUTH_demo' }
      ]
    ]
  ],
  [
    'localstack',
    [
      ['http://localhost:4566/b/k', { bucket: 'b', endpoint: 'http://localhost:4566' }],
      [
        'http://b.s3.localhost.localstack.cloud:4566/k',
        { bucket: 'b', endpoint: 'http://localhost:4566' }
      ],
      [
        'http://b.s3.eu-west-1.localhost.localstack.cloud:4566/k',
        { bucket: 'b', region: 'eu-west-1', endpoint: 'http://localhost:4566' }
      ]
    ]
  ],
  [
    'garage',
    [
      ['http://localhost:3900/b', { bucket: 'b', endpoint: 'http://localhost:3900' }],
      [
        'https://s3.garage.test/b/k',
        { bucket: 'b', endpoint: 'https://s3.garage.test' },
        'address-path-style-guess'
      ],
      ['https://s3.garage.test/k', {}]
    ]
  ],
  ['minio', [['http://127.0.0.1:9000/b/k', { bucket: 'b' }]]]
];

const NAMES = ['account', 'bucket', 'region', 'endpoint', 'jurisdiction'] as const;

test.each(
  ROWS.flatMap(([id, rows]) =>
    rows.map(([address, values, note]) => [id, address, values, note] as const)
  )
)('%s: %s', (id, address, values, note) => {
  const store = storeToSaveTo(id);
  const url = address.includes('://') ? address : `https://${address}`;
  const read = readAddress(url, store.addresses);
  const told = { ...store.defaults, ...read?.values };
  for (const name of NAMES) expect(told[name], name).toBe(values[name]);
  if (values.domain !== undefined) expect(told.domain).toBe(values.domain);
  expect(read?.note?.code).toBe(note);
});

test.each(['', 'nowhere', 'mailto:a@b.test', 'https://'])('%s tells nothing', (url) => {
  for (const { id } of providers) {
    expect(readAddress(url, storeToSaveTo(id).addresses)).toBeNull();
  }
});
