import { error, type Handle } from '@sveltejs/kit';
import { m } from './paraglide/messages.js';

/**
 * Every page is prerendered. An address without one gets the plain src/error.html:
 * an error page rendered here would hold an inline script, which the policy forbids.
 */
export const handle: Handle = ({ event, resolve }) => {
  if (event.route.id === null) error(404, m['server.not-found']());
  return resolve(event);
};
