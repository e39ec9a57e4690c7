/** The compiled kernel: its sources are in `kernel/assembly`. */
import { KERNEL } from './kernel.gen.ts'

/** What is used of the standard interface: the types of Node alone do not have it. */
type Standard = {
  Module: new (binary: Uint8Array) => object
  Instance: new (module: object) => { exports: unknown }
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: Standard }

/** Addresses are bytes in the kernel's memory. */
type Exports = {
  memory: { buffer: ArrayBuffer; grow: (pages: number) => number }
  /** The first byte that is free. */
  FREE: { value: number }
  score(groups: number, count: number, entries: number, batches: number): void
  column(values: number, size: number, domain: number, power: number): void
  rank(scores: number, ranked: number, count: number, ranks: number, room: number): void
  noise(
    key0: number,
    key1: number,
    factor: number,
    by: number,
    nodes: number,
    count: number,
    weights: number,
  ): void
  shares(patterns: number, count: number, weights: number, into: number): void
  pairs(ranks: number, units: number, runs: number, before: number): void
  summarise(
    ranks: number,
    units: number,
    runs: number,
    nominees: number,
    quantiles: number,
    room: number,
    into: number,
  ): void
}

export type Kernel = Exports & {
  /** Takes memory that stays taken. Memory may move: views made before are of no use afterwards. */
  reserve: (bytes: number) => number
}

/** Runs that the kernel computes together. */
export const RUNS = 4
/** Entries of a tile. */
export const TILE = 128

const PAGE = 2 ** 16
/** Whole vectors, and a cache line for whoever begins one. */
const ALIGNED = 64

let compiled: object | undefined

/** A kernel with a memory of its own. */
export const newKernel = (): Kernel => {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(KERNEL.replaceAll('\n', '')), byte => byte.charCodeAt(0)),
  )
  const exports = new WebAssembly.Instance(compiled).exports as Exports
  let free = exports.FREE.value
  const reserve = (bytes: number): number => {
    const at = Math.ceil(free / ALIGNED) * ALIGNED
    free = at + bytes
    const lacking = Math.ceil((free - exports.memory.buffer.byteLength) / PAGE)
    if (lacking > 0) exports.memory.grow(lacking)
    return at
  }
  return { ...exports, reserve }
}
