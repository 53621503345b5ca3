import { isBelow, type Address, type Place } from '../endpoint.ts';

const COS_CDN = 'https://www.tencentcloud.com/document/product/436/18424';
const COS_WEBSITE = 'https://www.tencentcloud.com/document/product/436/9512';
const COS_IMAGES = 'https://www.tencentcloud.com/document/product/1045/33431';
const VOD = 'https://www.tencentcloud.com/document/product/266/14058';
const OSS_CDN = 'https://www.alibabacloud.com/help/en/oss/user-guide/cdn-acceleration';
const OBS_WEBSITE = 'https://support.huaweicloud.com/intl/en-us/usermanual-obs/obs_03_0334.html';
const KODO = 'https://developer.qiniu.com/kodo/1671/region-endpoint-fq';
const UPYUN = 'https://docs.upyun.com/cdn/feature/#cors';

/** A network in front of a bucket, with headers and a cache of its own. */
const cdn = (
  name: string,
  store: Place['store'],
  at: (address: Address) => boolean,
  fact: Pick<Place, 'evidence' | 'source'>
): Place => ({ kind: 'cdn', name, at, answers: 'unknown', store, ...fact });

/** Tencent, Alibaba, Huawei and others in China, beside their buckets. */
export const china: readonly Place[] = [
  cdn(
    'Tencent COS, default CDN domain',
    'tencent-cos',
    ({ host }) => isBelow(host, 'file.myqcloud.com'),
    {
      evidence: 'documented',
      source: COS_CDN
    }
  ),
  cdn('Tencent VOD', null, ({ host }) => /\.vod\d*\.myqcloud\.com$/.test(host), {
    evidence: 'documented',
    source: VOD
  }),
  cdn(
    'Tencent Cloud CDN',
    'tencent-cos',
    ({ host }) => isBelow(host, 'cdn.dnsv1.com', 'cdn.dnsv1.com.cn', 'dsa.dnsv1.com'),
    { evidence: 'inferred', source: COS_CDN }
  ),
  {
    kind: 'website',
    name: 'Tencent COS, static website',
    at: ({ host }) => /\.cos-website\.[a-z0-9-]+\.(myqcloud\.com|tencentcos\.cn)$/.test(host),
    bucketHost: (host) => host.replace('.cos-website.', '.cos.'),
    answers: 'unknown',
    store: 'tencent-cos',
    evidence: 'documented',
    source: COS_WEBSITE
  },
  {
    kind: 'other-service',
    name: 'Tencent Cloud Infinite',
    at: ({ host }) => /(^|\.)(ci|pic|picsh|piccd)\.([a-z0-9-]+\.)?myqcloud\.com$/.test(host),
    answers: 'unknown',
    store: 'tencent-cos',
    evidence: 'inferred',
    source: COS_IMAGES
  },
  cdn(
    'Alibaba Cloud CDN',
    'alibaba-oss',
    ({ host }) => isBelow(host, 'alicdn.com') || /\.kunlun[a-z]*\.com$/.test(host),
    { evidence: 'inferred', source: OSS_CDN }
  ),
  {
    kind: 'website',
    name: 'Huawei OBS, static website',
    at: ({ host }) => /\.obs-website\.[a-z0-9-]+\.myhuaweicloud\.com$/.test(host),
    bucketHost: (host) => host.replace('.obs-website.', '.obs.'),
    answers: 'unknown',
    store: 'huawei-obs',
    evidence: 'documented',
    source: OBS_WEBSITE
  },
  cdn('Qiniu CDN', null, ({ host }) => isBelow(host, 'clouddn.com', 'qiniudns.com', 'qnssl.com'), {
    evidence: 'inferred',
    source: KODO
  }),
  cdn('Upyun', null, ({ host }) => isBelow(host, 'upaiyun.com', 'upcdn.net'), {
    evidence: 'inferred',
    source: UPYUN
  })
];
