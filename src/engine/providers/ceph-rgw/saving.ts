/** What Ceph RGW says when rules are saved. */
import { inferred, traced } from '../../2-bucket/evidence.ts';
import type { StoreDefinition } from '../provider.ts';
import { saveToRgw } from '../families/rgw/saving.ts';

/** Releases 16.2.15 and 18.2.7 answered the same. */
export const RECORDED = traced('recorded: Ceph RGW 20.2.4');
/** https://github.com/ceph/ceph/tree/main/src/rgw says it, and no recorded exchange shows it. */
export const UNRECORDED = inferred('https://github.com/ceph/ceph/blob/main/src/rgw/rgw_op.cc');

export const save: StoreDefinition['save'] = (read) => saveToRgw(read, RECORDED, UNRECORDED);
