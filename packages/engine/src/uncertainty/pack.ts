/** A model as threads get it: what their runs need, and nothing that only makes it. */
import type { Program, ProgramGroup } from './program.ts'
import type { Points, Range, Runnable } from './runs.ts'
import { byChoice } from './simulate.ts'

/** Can be sent to a thread. */
export type Packed = Omit<Runnable, 'programAt'> & { programs: ReadonlyMap<string, Program> }

/**
 * The programs of all that these runs choose, their columns in shared memory.
 *
 * @throws RubricError where one of the combinations of alternatives cannot be scored
 */
export const pack = (
  { units, nodes, factors, alternatives, noises, marks, programAt }: Runnable,
  points: Points,
  range: Range,
): Packed => {
  const share = sharer()
  const choices = byChoice({ factors, alternatives }, points, range)
  const programs = new Map(
    choices.values().map(({ chosen }) => [chosen.join(), sharedProgram(programAt(chosen), share)]),
  )
  return { units, nodes, factors, alternatives, noises, marks, programs }
}

export const unpack = ({ programs, ...rest }: Packed): Runnable => ({
  ...rest,
  programAt: chosen => programs.get(Array.from(chosen).join()) as Program,
})

type Share = <T extends Float64Array | Int32Array>(numbers: T) => T

/** Copies into shared memory; what is the same stays the same. */
const sharer = (): Share => {
  const known = new Map<Float64Array | Int32Array, Float64Array | Int32Array>()
  return <T extends Float64Array | Int32Array>(numbers: T): T => {
    const copied = known.get(numbers)
    if (copied) return copied as T
    const memory = new SharedArrayBuffer(numbers.byteLength)
    const shared = numbers instanceof Float64Array ? new Float64Array(memory) : new Int32Array(memory)
    shared.set(numbers)
    known.set(numbers, shared)
    return shared as T
  }
}

const sharedProgram = (program: Program, share: Share): Program => ({
  ...program,
  entries: share(program.entries),
  shown: share(program.shown),
  ranked: share(program.ranked),
  groups: program.groups.map(group => sharedGroup(group, share)),
})

/** Groups of other kinds write into what they are made of: each thread has its own. */
const sharedGroup = (group: ProgramGroup, share: Share): ProgramGroup =>
  group.kind === 'other'
    ? group
    : {
        ...group,
        parts: group.parts.map(({ node, column }) => ({ node, column: column && share(column) })),
        odd: {
          entries: share(group.odd.entries),
          patterns: share(group.odd.patterns),
          absent: share(group.odd.absent),
        },
      }
