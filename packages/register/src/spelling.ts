import type { UnitKind } from './unit.ts'

/** Case, kinds of dash and runs of spaces do not tell names apart; accents and letters do. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-‐‑–—]+/g, ' ')
    .trim()
}

const COUNTY =
  'county municipality|county council|county|fylkeskommune|fylke|landsting|län|region|maakunta|landskap'
const MUNICIPALITY = 'municipality|kommune|kommun|herad|stad|kunta|kaupunki'
const WORDED = new RegExp(`^(.+?) (?:(${COUNTY})|${MUNICIPALITY})$`)

/**
 * A folded name without the word for its kind, if it has one: `oppland fylkeskommune` is `oppland`, a county. Swedish
 * and Danish put the name in the genitive before the word, so `stockholms kommun` is `stockholm` as well.
 */
export function bare(folded: string): { kind: UnitKind; names: string[] } | null {
  const [, name, county] = WORDED.exec(folded) ?? []
  if (name)
    return {
      kind: county ? 'county' : 'municipality',
      names: name.endsWith('s') ? [name, name.slice(0, -1)] : [name],
    }
  return folded.startsWith('region ') ? { kind: 'county', names: [folded.slice('region '.length)] } : null
}

/** `Våler (Østfold)` without what tells it from its namesake. */
export function unqualified(name: string): string {
  return name.replace(/ \([^)]*\)$/, '')
}
