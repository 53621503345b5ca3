import { inferred, traced } from '../../2-bucket/evidence.ts';
import { rgwStore, type RgwRules } from '../families/rgw/store.ts';
import { compileRgwRule, RGW_METHODS } from '../families/rgw/rule.ts';
import type { StoreDefinition } from '../provider.ts';
import { respondAsRgwSwift } from '../families/rgw/respond.ts';
import { keptRules, save } from './saving.ts';
import { form } from './form.ts';

const RECORDED = traced('recorded: Ceph RGW 16.2.15, Swift API');
const SOURCE = 'https://github.com/ceph/ceph/blob/main/src/rgw/rgw_cors_swift.h';

/** The answer's body is plain text: it has no code of its own. */
const { decide, trace } = rgwStore({
  recorded: RECORDED,
  unrecorded: inferred(SOURCE),
  refusals: {
    root: { status: 405, code: null, message: '' },
    noBucket: { status: 404, code: null, message: '' },
    incomplete: { status: 400, code: null, message: '' },
    notAllowed: { status: 403, code: null, message: '' },
    badSignature: { status: 401, code: null, message: '' }
  },
  /** X-Auth-Token is no Authorization: `*` stays `*` however the request is signed. */
  signsByAuthorization: false
});

/** The RADOS Gateway's Swift interface. */
export const cephRgwSwift: StoreDefinition<'ceph-rgw-swift', RgwRules> = {
  id: 'ceph-rgw-swift',
  name: 'Ceph RGW (Swift API)',
  kind: 'self-hosted',
  clients: ['swift'],
  formats: ['swift-headers'],
  methods: RGW_METHODS,
  form,
  /** It runs under whatever name its owner gives it. */
  servesHost: () => false,
  compile: ({ rules }) => ({ rules: keptRules(rules).map(compileRgwRule) }),
  decide,
  trace,
  respond: respondAsRgwSwift,
  save
};
