/** What the ranks of units over many runs came to. Lanes of a vector are units, which are sorted side by side. */

/** f64s per unit: how often ranked, sum, how often first, how often a nominee; then the ranks at six places in order. */
const RESULT: usize = 10 * 8
const LANES: i32 = 4

const stats = memory.data(4 * 16, 16)

/**
 * @param ranks run by run, `units` (a multiple of 4) of 32 bits each; 0 = not ranked. Those of a unit sum to less than 2^31.
 * @param quantiles three shares from 0 to 1, f64: for each the ranks at ⌊(m − 1)·p⌋ and at the next place
 * @param room 16 bytes for each run
 */
export function summarise(
  ranks: usize,
  units: i32,
  runs: i32,
  nominees: i32,
  quantiles: usize,
  room: usize,
  into: usize,
): void {
  const stride = (<usize>units) << 2
  for (let unit = 0; unit < units; unit += LANES) {
    gather(ranks + ((<usize>unit) << 2), stride, runs, nominees, room)
    sort(room, runs)
    for (let lane = 0; lane < LANES; lane++)
      tell((<usize>lane) << 2, runs, quantiles, room, into + <usize>(unit + lane) * RESULT)
  }
}

/** Brings the ranks of four units together, and counts them. */
function gather(ranks: usize, stride: usize, runs: i32, nominees: i32, room: usize): void {
  const zero = i32x4.splat(0)
  const one = i32x4.splat(1)
  const last = i32x4.splat(nominees)
  const end = room + ((<usize>runs) << 4)
  let ranked = i32x4.splat(runs),
    sum = zero,
    first = zero,
    nominee = zero
  for (let at = room; at < end; at += 16, ranks += stride) {
    const rank = v128.load(ranks)
    v128.store(at, rank)
    const isNone = i32x4.eq(rank, zero)
    ranked = i32x4.add(ranked, isNone)
    sum = i32x4.add(sum, rank)
    first = i32x4.sub(first, i32x4.eq(rank, one))
    nominee = i32x4.sub(nominee, v128.andnot(i32x4.le_s(rank, last), isNone))
  }
  v128.store(stats, ranked)
  v128.store(stats, sum, 16)
  v128.store(stats, first, 32)
  v128.store(stats, nominee, 48)
}

/** Batcher's merge exchange (Knuth, The Art of Computer Programming 3, 5.2.2 M): which are compared is known beforehand. */
function sort(room: usize, count: i32): void {
  if (count < 2) return
  const top = 1 << (31 - clz<i32>(count - 1))
  for (let p = top; p > 0; p >>= 1) {
    let q = top
    let r = 0
    let d = p
    while (true) {
      const end = room + ((<usize>(count - d)) << 4)
      const from = room + ((<usize>r) << 4)
      if (p === 1) single(from, end, d)
      else blocks(from, end, p, d)
      if (q === p) break
      d = q - p
      q >>= 1
      r = p
    }
  }
}

/** Puts in order each pair at distance `d` whose first is in a block of `size`, one block in two. */
function blocks(from: usize, end: usize, size: i32, d: i32): void {
  const length = (<usize>size) << 4
  const apart = (<usize>d) << 4
  for (; from < end; from += length) {
    const to = min(from + length, end)
    for (; from < to; from += 16) exchange(from, apart)
  }
}

/** The same for blocks of one. */
function single(from: usize, end: usize, d: i32): void {
  const apart = (<usize>d) << 4
  for (; from < end; from += 32) exchange(from, apart)
}

function exchange(at: usize, apart: usize): void {
  const a = v128.load(at)
  const b = v128.load(at + apart)
  v128.store(at, i32x4.min_s(a, b))
  v128.store(at + apart, i32x4.max_s(a, b))
}

/** The result of one unit; those of its runs in which it was not ranked stand first. */
function tell(lane: usize, runs: i32, quantiles: usize, room: usize, into: usize): void {
  const count = load<i32>(stats + lane)
  for (let i: usize = 0; i < 4; i++) store<f64>(into + (i << 3), load<i32>(stats + (i << 4) + lane))
  if (count === 0) return
  const ranked = room + ((<usize>(runs - count)) << 4) + lane
  for (let q: usize = 0; q < 3; q++) {
    const place = <i32>(<f64>(count - 1) * load<f64>(quantiles + (q << 3)))
    const next = min(place + 1, count - 1)
    store<f64>(into + (q << 4), load<i32>(ranked + ((<usize>place) << 4)), 32)
    store<f64>(into + (q << 4), load<i32>(ranked + ((<usize>next) << 4)), 40)
  }
}
