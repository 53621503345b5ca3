/**
 * One seed for every property, so that a run of the tests says the same as the one before it. `PREFLIGHT_PROPERTY_SEED` chooses
 * another, and `random` a new one each time.
 */
import fc from 'fast-check';

const FIXED = 156;
const given = String(import.meta.env['PREFLIGHT_PROPERTY_SEED'] ?? '');

if (given !== 'random') fc.configureGlobal({ seed: given === '' ? FIXED : Number(given) });
