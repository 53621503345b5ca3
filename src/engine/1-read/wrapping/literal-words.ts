/** Words of languages that make a value, stand for one, or follow one and change nothing. */

/** Calls with one argument that stand for it. */
export const SAME =
  /^(?:String|Int|Int32|Int64|Ptr|ToPtr|Pointer|int|int32|int64|Integer|Number|Long|str|seconds|StringSlice|ArrayList|HashSet|LinkedList|set|list|tuple|freeze|StringArray|from)$/;
/** Calls whose arguments are a list, and PHP's own way of writing one. */
export const LISTS =
  /^(?:asList|of|listOf|arrayOf|setOf|singletonList|singleton|array|List|Array)$/;
/** A builder's first and last word, and what a value may be told after it is made. */
export const BUILDER = /^(?:builder|newBuilder)$/;
export const AFTER = /^(?:build|toList|ToList|ToArray|to_a|freeze|toArray)$/;
export const METHOD = /^(?:get|put|post|delete|head|patch|options)$/i;
export const METHODS = /methods?$/i;
export const CONSTANTS = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['True', 'true'],
  ['False', 'false'],
  ['null', 'null'],
  ['None', 'null'],
  ['nil', 'null'],
  ['undefined', 'null']
]);
