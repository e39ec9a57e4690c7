/**
 * Weighted means of many entries under several runs at once. Lanes of a vector are entries, so that each entry's sum is taken
 * in the order of its parts; four runs share every load of a column.
 *
 * A group is described by words of 32 bits:
 *  0 table of parts · 1 number of columns · 2 number of parts that differ by run · 3 shares by pattern
 *  4 values · 5 bytes between the values of two runs · 6 whether values are of all entries (1) or of one tile (0)
 *  7 first odd entry of each tile · 8 odd entries · 9 their patterns · 10 what stands for absent ones
 *  11 bytes of weights and 12 of shares between two batches · 13 domain · 14 wanted domain · 16, 18 their powers (f64)
 * A part of the table: where its values are · bytes between runs (0: the same in all) · whether they are of all entries · where
 * its weights are, four runs side by side.
 */
import { convert } from './domain.ts'

/** Runs that are computed together. */
export const RUNS: i32 = 4
/** Entries of a tile: its columns stay in the second cache, its values in the first. */
export const TILE: i32 = 128

const ROW: usize = <usize>TILE * 8
const PART: usize = 16

/** The first byte that is free for whoever calls. */
export const FREE: usize = __heap_base

const sums = memory.data(4 * 128 * 8, 16)

/** All groups over all tiles, for `batches` times four runs. */
export function score(groups: usize, count: i32, entries: i32, batches: i32): void {
  const tiles = (entries + TILE - 1) / TILE
  for (let tile = 0; tile < tiles; tile++)
    for (let batch = 0; batch < batches; batch++)
      for (let g = 0; g < count; g++)
        group(load<u32>(groups + ((<usize>g) << 2)), tile, batch, min(TILE, entries - tile * TILE))
}

function group(at: usize, tile: i32, batch: i32, size: i32): void {
  const offset = <usize>tile * ROW
  const stride = <usize>load<u32>(at, 20)
  const isTotal = load<u32>(at, 24) === 1
  let values = <usize>load<u32>(at, 16)
  if (isTotal) values += offset + <usize>batch * 4 * stride
  const shares = <usize>load<u32>(at, 12) + <usize>batch * load<u32>(at, 48)
  const weights = <usize>batch * load<u32>(at, 44)
  const end = <usize>size * 8
  for (let u: usize = 0; u < end; u += 32) quad(at, offset, weights, u)
  for (let run: usize = 0; run < 4; run++) {
    const share = v128.load64_splat(shares + run * 8)
    const from = sums + run * ROW
    const to = values + run * stride
    for (let u: usize = 0; u < end; u += 16) v128.store(to + u, f64x2.mul(v128.load(from + u), share))
  }
  odd(at, tile, values, shares)
  if (load<u32>(at, 52) !== load<u32>(at, 56) || load<f64>(at, 64) !== load<f64>(at, 72))
    for (let run: usize = 0; run < 4; run++) convert(values + run * stride, size, at)
  absent(at, tile, values)
}

/** Sums of four entries under four runs. */
function quad(at: usize, offset: usize, weights: usize, u: usize): void {
  let a0 = f64x2.splat(0),
    a1 = a0,
    b0 = a0,
    b1 = a0,
    c0 = a0,
    c1 = a0,
    d0 = a0,
    d1 = a0
  let part = <usize>load<u32>(at)
  const own = part + <usize>load<u32>(at, 4) * PART
  const end = own + <usize>load<u32>(at, 8) * PART
  const from = offset + u
  for (; part < own; part += PART) {
    const x = <usize>load<u32>(part) + from
    const w = <usize>load<u32>(part, 12) + weights
    const x0 = v128.load(x)
    const x1 = v128.load(x, 16)
    let k = v128.load64_splat(w)
    a0 = f64x2.add(a0, f64x2.mul(k, x0))
    a1 = f64x2.add(a1, f64x2.mul(k, x1))
    k = v128.load64_splat(w, 8)
    b0 = f64x2.add(b0, f64x2.mul(k, x0))
    b1 = f64x2.add(b1, f64x2.mul(k, x1))
    k = v128.load64_splat(w, 16)
    c0 = f64x2.add(c0, f64x2.mul(k, x0))
    c1 = f64x2.add(c1, f64x2.mul(k, x1))
    k = v128.load64_splat(w, 24)
    d0 = f64x2.add(d0, f64x2.mul(k, x0))
    d1 = f64x2.add(d1, f64x2.mul(k, x1))
  }
  for (; part < end; part += PART) {
    const stride = <usize>load<u32>(part, 4)
    let x = <usize>load<u32>(part) + u + (load<u32>(part, 8) === 1 ? offset : 0)
    const w = <usize>load<u32>(part, 12) + weights
    let k = v128.load64_splat(w)
    a0 = f64x2.add(a0, f64x2.mul(k, v128.load(x)))
    a1 = f64x2.add(a1, f64x2.mul(k, v128.load(x, 16)))
    x += stride
    k = v128.load64_splat(w, 8)
    b0 = f64x2.add(b0, f64x2.mul(k, v128.load(x)))
    b1 = f64x2.add(b1, f64x2.mul(k, v128.load(x, 16)))
    x += stride
    k = v128.load64_splat(w, 16)
    c0 = f64x2.add(c0, f64x2.mul(k, v128.load(x)))
    c1 = f64x2.add(c1, f64x2.mul(k, v128.load(x, 16)))
    x += stride
    k = v128.load64_splat(w, 24)
    d0 = f64x2.add(d0, f64x2.mul(k, v128.load(x)))
    d1 = f64x2.add(d1, f64x2.mul(k, v128.load(x, 16)))
  }
  const to = sums + u
  v128.store(to, a0)
  v128.store(to, a1, 16)
  v128.store(to + ROW, b0)
  v128.store(to + ROW, b1, 16)
  v128.store(to + 2 * ROW, c0)
  v128.store(to + 2 * ROW, c1, 16)
  v128.store(to + 3 * ROW, d0)
  v128.store(to + 3 * ROW, d1, 16)
}

/** Entries that lack some of the parts: their sums over the weights that they have. */
function odd(at: usize, tile: i32, values: usize, shares: usize): void {
  const firsts = <usize>load<u32>(at, 28) + ((<usize>tile) << 2)
  const last = load<u32>(firsts, 4)
  const entries = <usize>load<u32>(at, 32)
  const patterns = <usize>load<u32>(at, 36)
  const stride = <usize>load<u32>(at, 20)
  for (let i = load<u32>(firsts); i < last; i++) {
    const pattern = load<i32>(patterns + ((<usize>i) << 2))
    if (pattern < 0) continue
    const entry = <usize>load<u32>(entries + ((<usize>i) << 2))
    const share = shares + ((<usize>pattern) << 5)
    const from = sums + entry
    const to = values + entry
    store<f64>(to, load<f64>(from) * load<f64>(share))
    store<f64>(to + stride, load<f64>(from + ROW) * load<f64>(share, 8))
    store<f64>(to + 2 * stride, load<f64>(from + 2 * ROW) * load<f64>(share, 16))
    store<f64>(to + 3 * stride, load<f64>(from + 3 * ROW) * load<f64>(share, 24))
  }
}

/** Entries without a value, after the others have been brought to the wanted domain. */
function absent(at: usize, tile: i32, values: usize): void {
  const firsts = <usize>load<u32>(at, 28) + ((<usize>tile) << 2)
  const last = load<u32>(firsts, 4)
  const entries = <usize>load<u32>(at, 32)
  const patterns = <usize>load<u32>(at, 36)
  const instead = <usize>load<u32>(at, 40)
  const stride = <usize>load<u32>(at, 20)
  for (let i = load<u32>(firsts); i < last; i++) {
    if (load<i32>(patterns + ((<usize>i) << 2)) >= 0) continue
    const to = values + <usize>load<u32>(entries + ((<usize>i) << 2))
    const value = load<f64>(instead + ((<usize>i) << 3))
    for (let run: usize = 0; run < 4; run++) store<f64>(to + run * stride, value)
  }
}
