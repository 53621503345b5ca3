import type { ProviderId } from '../../providers/providers.ts';
import { isBelow, type Place } from '../endpoint.ts';

/** A vendor's own pages, whose address is copied in place of a file's; what they answer to another page is their own affair. */
const vendorPage = (
  name: string,
  store: ProviderId | null,
  source: string,
  ...hosts: readonly string[]
): Place => ({
  kind: 'other-service',
  name,
  at: ({ host }) => isBelow(host, ...hosts),
  answers: 'unknown',
  store,
  evidence: 'inferred',
  source
});

/** Consoles and portals. That they are no endpoint of a store is what each vendor's list of endpoints tells by its silence. */
export const consoles: readonly Place[] = [
  vendorPage(
    'the AWS console',
    'aws-s3',
    'https://docs.aws.amazon.com/general/latest/gr/s3.html',
    'console.aws.amazon.com',
    'console.amazonaws.cn',
    'console.amazonaws-us-gov.com'
  ),
  vendorPage(
    'the Azure portal',
    'azure-blob',
    'https://learn.microsoft.com/en-us/azure/azure-portal/azure-portal-safelist-urls',
    'portal.azure.com',
    'portal.azure.cn',
    'portal.azure.us'
  ),
  vendorPage(
    'the Google Cloud console',
    'google-cloud-storage',
    'https://cloud.google.com/storage/docs/request-endpoints',
    'console.cloud.google.com',
    'console.firebase.google.com'
  ),
  vendorPage(
    'the Tencent Cloud console',
    'tencent-cos',
    'https://www.tencentcloud.com/document/product/436/6224',
    'console.cloud.tencent.com',
    'console.tencentcloud.com'
  ),
  vendorPage(
    'the Alibaba Cloud console',
    'alibaba-oss',
    'https://www.alibabacloud.com/help/en/oss/regions-and-endpoints',
    'oss.console.aliyun.com',
    'oss.console.alibabacloud.com'
  ),
  vendorPage(
    'the Huawei Cloud console',
    'huawei-obs',
    'https://developer.huaweicloud.com/intl/en-us/endpoint',
    'console.huaweicloud.com',
    'console-intl.huaweicloud.com'
  ),
  vendorPage(
    'the Cloudflare dashboard',
    'cloudflare-r2',
    'https://developers.cloudflare.com/r2/api/s3/api/',
    'dash.cloudflare.com'
  ),
  vendorPage(
    'the DigitalOcean control panel',
    'digitalocean-spaces',
    'https://docs.digitalocean.com/products/spaces/',
    'cloud.digitalocean.com'
  )
];
