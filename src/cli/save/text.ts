import type { SaveGuide, SaveNote, SaveWay } from '#engine/save';
import { m } from '../../paraglide/messages.js';
import { say } from '../../words/say.ts';
import { saySave } from '../../words/save.ts';

/** A line of words among commands, which a shell takes for a comment. */
const comment = (text: string): string => `# ${text.replace(/\s+/g, ' ')}`;

const noted = (note: SaveNote): string =>
  comment(`- ${saySave.note(note)} (${m[`panel.evidence.${note.evidence}`]()}, ${note.source})`);

function refusalLines({ saved }: SaveGuide, store: string): string[] {
  if (saved === null || saved.accepted) return [];
  const { status, code } = saved;
  const named = code ?? m['stores.save.no-code']();
  return [comment(m['save.refused']({ store, status, code: named }))];
}

function wayLines(way: SaveWay, store: string): string[] {
  const { tool, format, losses, permissions, notes, steps } = way;
  const names = { target: tool, store };
  return [
    '',
    comment(`== ${m['save.with']({ tool })}`),
    ...(format === null ? [] : [comment(say.format(format))]),
    ...losses.map((loss) => comment(say.loss(loss, names))),
    ...(permissions.length === 0
      ? []
      : [comment(`${m['save.permissions']()}: ${permissions.join(', ')}`)]),
    ...notes.map(noted),
    ...steps.flatMap((step, at) => {
      const { title, why } = saySave.step(step.id, way);
      return ['', comment(`${String(at + 1)}. ${title}. ${why}`), step.text];
    })
  ];
}

/** The guide as text; all words are comments, so that a copied piece of it is commands alone. Ends with a line feed. */
export function saveText(guide: SaveGuide, store: string): string {
  const missing = saySave.missing(guide);
  const lines = [
    comment(m['save.title']({ store })),
    comment(m['save.quiet']()),
    ...(missing === null ? [] : [comment(missing)]),
    ...refusalLines(guide, store),
    ...guide.target.notes.map(noted),
    ...guide.notes.map(noted),
    ...guide.ways.flatMap((way) => wayLines(way, store))
  ];
  return `${lines.join('\n')}\n`;
}
