/** Lays a program out in the kernel's memory, in the form that `kernel/assembly/mean.ts` describes. */
import type { Domain } from './domain.ts'
import { type Kernel, RUNS, TILE } from './kernel.ts'
import { placesWhere } from './places-where.ts'
import type { MeanGroup, Program } from './program.ts'

/** Runs of one pass over the tiles: a tile is read once for all of them. */
export const PASS = 16
const DOUBLE = 8
const WORD = 4
const PART_WORDS = 4
const GROUP_WORDS = 20
/** Bytes of room that ranking takes for each entry, with 64 more. */
export const RANKING = 17

/** Where the kernel finds a program. Everything is as long as the entries rounded up to whole vectors. */
export type Mounted = {
  program: Program
  entries: number
  /** Descriptions of the groups. */
  groups: number
  /** By batch, node and lane. */
  weights: number
  /** One for each group. */
  patterns: readonly { at: number; count: number; shares: number }[]
  /** By run: the totals. */
  scores: number
  ranked: number
  ranks: number
  room: number
  /** Places of the entries that are not ranked. */
  unranked: Int32Array
  /** By run, what panels are worth; where marks are drawn again. */
  panels: ReadonlyMap<number, number>
}

/** Memory that all programs of a model use in turn. */
export type Shared = {
  kernel: Kernel
  entries: number
  nodes: number
  columns: Map<Float64Array, number>
  slots: number[]
  weights: number
  scores: number
  ranks: number
  room: number
  panels: Map<number, number>
}

/** True where the kernel can compute it: nothing but means. */
export const isMountable = (program: Program): boolean => program.groups.every(({ kind }) => kind === 'mean')

/** Room in the kernel for what all programs of one model share: numbers of entries and nodes decide its size. */
export const sharedOf = (kernel: Kernel, entries: number, nodes: number): Shared => {
  const padded = Math.ceil(entries / RUNS) * RUNS
  return {
    kernel,
    entries: padded,
    nodes,
    columns: new Map(),
    slots: [],
    weights: kernel.reserve(PASS * nodes * DOUBLE),
    scores: kernel.reserve(PASS * padded * DOUBLE),
    ranks: kernel.reserve(padded * WORD),
    room: kernel.reserve(padded * RANKING + 64),
    panels: new Map(),
  }
}

/** @param isDrawn whether marks are drawn again, so that panels differ by run */
export const mount = (shared: Shared, program: Program, isDrawn: boolean): Mounted => {
  const { kernel, entries, nodes } = shared
  const groups = program.groups as readonly MeanGroup[]
  const panels = new Map<number, number>()
  if (isDrawn) for (const { node } of program.panels) panels.set(node, panelOf(shared, node))
  const total = groups[groups.length - 1] as MeanGroup
  const valuesOf = new Map(
    groups.map(({ node }, i) => [node, node === total.node ? shared.scores : slotOf(shared, i)]),
  )
  const patterns = groups.map(group => patternsOf(shared, group))
  const descriptions = groups.map((group, i) => {
    const isTotal = group === total
    const at = kernel.reserve(GROUP_WORDS * WORD)
    const table = tableOf(shared, group, { valuesOf, panels })
    const odd = oddOf(shared, group)
    const { shares, count } = patterns[i] as Mounted['patterns'][number]
    const words = new Int32Array(kernel.memory.buffer, at, GROUP_WORDS)
    words.set([table.at, table.columns, table.own, shares])
    words.set(
      [valuesOf.get(group.node) as number, isTotal ? entries * DOUBLE : TILE * DOUBLE, isTotal ? 1 : 0],
      4,
    )
    words.set([odd.firsts, odd.entries, odd.patterns, odd.absent], 7)
    words.set([nodes * RUNS * DOUBLE, count * RUNS * DOUBLE, codeOf(group.domain), codeOf(group.wanted)], 11)
    new Float64Array(kernel.memory.buffer, at + 64, 2).set([powerOf(group.domain), powerOf(group.wanted)])
    return at
  })
  const ranked = write(kernel, program.ranked)
  const isRanked = new Uint8Array(entries)
  for (const place of program.ranked) isRanked[place] = 1
  return {
    program,
    entries,
    groups: write(kernel, Int32Array.from(descriptions)),
    weights: shared.weights,
    patterns,
    scores: shared.scores,
    ranked,
    ranks: shared.ranks,
    room: shared.room,
    unranked: placesWhere(program.shown.length, place => isRanked[place] === 0),
    panels,
  }
}

const codeOf = (domain: Domain): number =>
  typeof domain === 'object' ? 3 : domain === 'plain' ? 0 : domain === 'log' ? 1 : 2

const powerOf = (domain: Domain): number => (typeof domain === 'object' ? domain.power : 1)

const write = ({ reserve, memory }: Kernel, numbers: Int32Array | Float64Array): number => {
  const at = reserve(numbers.byteLength)
  new Uint8Array(memory.buffer).set(
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    at,
  )
  return at
}

const columnOf = ({ kernel, columns, entries }: Shared, column: Float64Array): number => {
  const known = columns.get(column)
  if (known !== undefined) return known
  const at = kernel.reserve(entries * DOUBLE)
  new Float64Array(kernel.memory.buffer, at, entries).set(column)
  columns.set(column, at)
  return at
}

/** Room for the values of one tile; groups of all programs that stand at the same place use the same. */
const slotOf = ({ kernel, slots }: Shared, at: number): number => {
  slots[at] ??= kernel.reserve(RUNS * TILE * DOUBLE)
  return slots[at]
}

const panelOf = ({ kernel, panels, entries }: Shared, node: number): number => {
  const known = panels.get(node) ?? kernel.reserve(RUNS * entries * DOUBLE)
  panels.set(node, known)
  return known
}

const patternsOf = (shared: Shared, { masks, parts }: MeanGroup): Mounted['patterns'][number] => {
  const { kernel, weights } = shared
  const words = masks.flatMap(mask => {
    const counted = parts.filter((_, p) => mask[p] === 1)
    return [counted.length, ...counted.map(({ node }) => weights + node * RUNS * DOUBLE)]
  })
  const shares = kernel.reserve(masks.length * PASS * DOUBLE)
  return { at: write(kernel, Int32Array.from(words)), count: masks.length, shares }
}

type Places = { valuesOf: ReadonlyMap<number, number>; panels: ReadonlyMap<number, number> }

const tableOf = (
  shared: Shared,
  { parts }: MeanGroup,
  { valuesOf, panels }: Places,
): { at: number; columns: number; own: number } => {
  const columns: number[] = []
  const own: number[] = []
  for (const { node, column } of parts) {
    const weight = shared.weights + node * RUNS * DOUBLE
    const panel = panels.get(node)
    if (panel !== undefined) own.push(panel, shared.entries * DOUBLE, 1, weight)
    else if (column) columns.push(columnOf(shared, column), 0, 1, weight)
    else own.push(valuesOf.get(node) as number, TILE * DOUBLE, 0, weight)
  }
  return {
    at: write(shared.kernel, Int32Array.of(...columns, ...own)),
    columns: columns.length / PART_WORDS,
    own: own.length / PART_WORDS,
  }
}

const oddOf = ({ kernel, entries }: Shared, { odd }: MeanGroup) => {
  const tiles = Math.ceil(entries / TILE)
  const firsts = new Int32Array(tiles + 1)
  for (const entry of odd.entries) {
    const next = Math.floor(entry / TILE) + 1
    firsts[next] = (firsts[next] as number) + 1
  }
  for (let tile = 0; tile < tiles; tile++)
    firsts[tile + 1] = (firsts[tile + 1] as number) + (firsts[tile] as number)
  return {
    firsts: write(kernel, firsts),
    entries: write(
      kernel,
      odd.entries.map(entry => (entry % TILE) * DOUBLE),
    ),
    patterns: write(kernel, odd.patterns),
    absent: write(kernel, odd.absent),
  }
}
