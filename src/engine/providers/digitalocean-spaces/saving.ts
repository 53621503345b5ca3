/** What DigitalOcean Spaces says when rules are saved. */
import { inferred } from '../../2-bucket/evidence.ts';
import type { StoreDefinition } from '../provider.ts';
import { saveToRgw } from '../families/rgw/saving.ts';

/**
 * Spaces runs on Ceph; its own page names the fields, the five methods and a wildcard in the host, and not how a preflight
 * is answered. So every fact of it is the gateway's, taken to hold here too. The page says beside that Content-Type is
 * accepted unlisted, which the gateway does not do. https://docs.digitalocean.com/products/spaces/how-to/configure-cors/
 */
export const GATEWAY = inferred('recorded: Ceph RGW 20.2.4');

export const save: StoreDefinition['save'] = (read) => saveToRgw(read, GATEWAY, GATEWAY);
