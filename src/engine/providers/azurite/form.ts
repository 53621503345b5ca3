/** What Azurite asks of a rule. */
import { azureForm, INSIDE, POSITIVE, WHOLE } from '../families/azure/form.ts';
import { refuses, takesUnwisely } from '../shared/form-demands.ts';

const SOURCE = 'https://github.com/Azure/Azurite/blob/main/src/blob/handlers/ServiceHandler.ts';

/** The emulator looks at none of Azure's limits, and reads an age as JavaScript's `parseFloat` does. */
export const form = azureForm(
  { source: SOURCE, rules: null },
  [],
  takesUnwisely(SOURCE, INSIDE),
  [...refuses(SOURCE, POSITIVE), ...takesUnwisely(SOURCE, WHOLE)],
  'unwise'
);
