/**
 * Ranks by descending score: see `rankInto`, which does the same.
 *
 * Scores become whole numbers, from 0 for the best to as many as fit, with the place of the entry in the lowest bits: what is
 * sorted is one number of 64 bits for each entry. They are dealt into buckets that fit the cache, and each of those into
 * about as many as it has entries, so that nearly all of them stand alone. Whole numbers tell scores apart that are no ties
 * by far; where two are nearly equal, the scores themselves decide.
 */

const TIE: f64 = 1e-12
/** Bits of a score as a whole number, at most: then the rounding of its scale is below a half. */
const MOST_BITS: u64 = 50
/** Adding it leaves the whole number in the lowest bits of a double. */
const WHOLE: f64 = 4503599627370496
/** So many are dealt at once: their counts fit the first cache. */
const TOGETHER: i32 = 2048
const FINE_BITS: i32 = 12
/** So few are sorted as they are. */
const FEW: i32 = 8
/** A bucket with more is sorted in less than quadratic time. */
const FULL: u32 = 32

const fine = memory.data(4 * 4097, 16)

/** How scores become keys: (most − score)·scale above so many bits for the place. */
let most: f64 = 0
let least: f64 = 0
let scale: f64 = 0
let bits: u64 = 0

/**
 * @param ranked places of the `count` entries that are ranked, ascending, 32 bits each
 * @param ranks 32 bits by place
 * @param room for each entry 17 bytes, and 64 more
 */
export function rank(scores: usize, ranked: usize, count: i32, ranks: usize, room: usize): void {
  if (count === 0) return
  const keys = room
  const other = keys + ((<usize>count + 1) << 3)
  toScale(scores, ranked, count)
  toKeys(scores, ranked, count, keys)
  let sorted = other
  if (count <= TOGETHER) deal(keys, other, count, 0)
  else {
    dealTwice(keys, other, count)
    sorted = keys
  }
  const end = sorted + ((<usize>count) << 3)
  const place: u64 = ((<u64>1) << bits) - 1
  const near = <u64>((TIE * max(Math.abs(most), Math.abs(least)) * scale + 3) * <f64>(place + 1))
  let isNear = false
  // The first has nobody before it.
  let before = load<u64>(sorted) - near - 1
  let rank = 1
  for (let at = sorted; at < end; at += 8) {
    const key = load<u64>(at)
    isNear = isNear || key - before <= near
    store<i32>(ranks + ((<usize>(key & place)) << 2), rank++)
    before = key
  }
  if (isNear) rankTies(scores, sorted, sorted === keys ? other : keys, count, ranks)
}

function toScale(scores: usize, ranked: usize, count: i32): void {
  let high = f64x2.splat(-Infinity)
  let low = f64x2.splat(Infinity)
  for (let i = 0; i < count; i += 2) {
    const pair = pairAt(scores, ranked, i, count)
    high = f64x2.pmax(high, pair)
    low = f64x2.pmin(low, pair)
  }
  most = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))
  least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))
  bits = max<u64>(64 - MOST_BITS, 64 - clz<u64>(load<u32>(ranked + ((<usize>(count - 1)) << 2))))
  // A range of 0 has no scale; every score is then the same number.
  scale = most > least ? min<f64>(<f64>(((<u64>1) << (64 - bits)) - 1) / (most - least), f64.MAX_VALUE) : 0
}

/** Two scores, the last one twice. */
function pairAt(scores: usize, ranked: usize, i: i32, count: i32): v128 {
  const first = load<u32>(ranked + ((<usize>i) << 2))
  const second = load<u32>(ranked + ((<usize>min(i + 1, count - 1)) << 2))
  const pair = v128.load64_zero(scores + ((<usize>first) << 3))
  return v128.load_lane<f64>(scores + ((<usize>second) << 3), pair, 1)
}

function toKeys(scores: usize, ranked: usize, count: i32, keys: usize): void {
  const whole = f64x2.splat(WHOLE)
  const by = f64x2.splat(scale)
  const from = f64x2.splat(most)
  const shift = <i32>bits
  for (let i = 0; i < count; i += 2) {
    const pair = pairAt(scores, ranked, i, count)
    const number = f64x2.add(f64x2.mul(f64x2.sub(from, pair), by), whole)
    const place = i64x2.replace_lane(
      i64x2.splat(load<u32>(ranked + ((<usize>i) << 2))),
      1,
      load<u32>(ranked + ((<usize>min(i + 1, count - 1)) << 2)),
    )
    v128.store(keys + ((<usize>i) << 3), v128.or(i64x2.shl(number, shift), place))
  }
}

/** Deals into buckets of some dozens, and each of them again, back to where they came from. */
function dealTwice(keys: usize, other: usize, count: i32): void {
  const used = 26 - clz<i32>(count)
  const ends = other + ((<usize>count + 1) << 3)
  const shift = <u64>(64 - used)
  const size = (<usize>1) << (used + 2)
  const end = keys + ((<usize>count) << 3)
  memory.fill(ends, 0, size + 4)
  for (let at = keys; at < end; at += 8) {
    const own = ends + ((<usize>(load<u64>(at) >> shift)) << 2)
    store<u32>(own, load<u32>(own, 4) + 1, 4)
  }
  sumUp(ends, size)
  for (let at = keys; at < end; at += 8) {
    const key = load<u64>(at)
    const own = ends + ((<usize>(key >> shift)) << 2)
    const to = load<u32>(own)
    store<u32>(own, to + 1)
    store<u64>(other + ((<usize>to) << 3), key)
  }
  // Each end has moved on to where the next bucket begins.
  let from: usize = 0
  for (let b: usize = 0; b < size; b += 4) {
    const to = <usize>load<u32>(ends + b)
    if (to > from) deal(other + (from << 3), keys + (from << 3), <i32>(to - from), used)
    from = to
  }
}

/** Leaves keys that are alike in the first `used` bits in ascending order. */
function deal(keys: usize, into: usize, count: i32, used: i32): void {
  const length = (<usize>count) << 3
  if (count <= FEW) {
    memory.copy(into, keys, length)
    sort(into, count, 1)
    return
  }
  const own = min(FINE_BITS, 33 - clz<i32>(count))
  const size = (<usize>1) << (own + 2)
  const left = <u64>used
  const right = <u64>(64 - own)
  const end = keys + length
  memory.fill(fine, 0, size + 4)
  for (let at = keys; at < end; at += 8) {
    const bucket = fine + ((<usize>((load<u64>(at) << left) >> right)) << 2)
    store<u32>(bucket, load<u32>(bucket, 4) + 1, 4)
  }
  const fullest = sumUp(fine, size)
  for (let at = keys; at < end; at += 8) {
    const key = load<u64>(at)
    const bucket = fine + ((<usize>((key << left) >> right)) << 2)
    const to = load<u32>(bucket)
    store<u32>(bucket, to + 1)
    store<u64>(into + ((<usize>to) << 3), key)
  }
  if (fullest > FULL) for (let g = 0; g < 8; g++) sort(into, count, load<i32>(gaps + ((<usize>g) << 2)))
  sort(into, count, 1)
}

/** Counts, each one place further on, become where each begins; returns the greatest of them. */
function sumUp(counts: usize, size: usize): u32 {
  let sum: u32 = 0
  let greatest: u32 = 0
  for (let i: usize = 4; i <= size; i += 4) {
    const count = load<u32>(counts + i)
    greatest = max(greatest, count)
    sum += count
    store<u32>(counts + i, sum)
  }
  return greatest
}

/** Gaps of Ciura, "Best increments for the average case of Shellsort", 2001. */
const gaps = memory.data<i32>([1750, 701, 301, 132, 57, 23, 10, 4])

/** Insertion sort of every `gap`-th. */
function sort(keys: usize, count: i32, gap: i32): void {
  const apart = (<usize>gap) << 3
  const end = keys + ((<usize>count) << 3)
  const first = keys + apart
  for (let from = first; from < end; from += 8) {
    const key = load<u64>(from)
    if (load<u64>(from - apart) <= key) continue
    let at = from
    for (; at >= first; at -= apart) {
      const before = load<u64>(at - apart)
      if (before <= key) break
      store<u64>(at, before)
    }
    store<u64>(at, key)
  }
}

/** The same ranks where some scores may be ties: by the scores themselves, which the keys leave nearly in order. */
function rankTies(scores: usize, sorted: usize, exact: usize, count: i32, ranks: usize): void {
  const places = sorted
  const place: u64 = ((<u64>1) << bits) - 1
  let number: u64 = u64.MAX_VALUE
  let alike = 0
  let longest = 0
  for (let i: usize = 0; i < <usize>count; i++) {
    const key = load<u64>(sorted + (i << 3))
    alike = key >> bits === number ? alike + 1 : 0
    longest = max(longest, alike)
    number = key >> bits
    const whose = <u32>(key & place)
    store<f64>(exact + (i << 3), load<f64>(scores + ((<usize>whose) << 3)))
    store<u32>(places + (i << 2), whose)
  }
  if (longest > <i32>FULL)
    for (let g = 0; g < 8; g++) sortScores(exact, places, count, load<i32>(gaps + ((<usize>g) << 2)))
  sortScores(exact, places, count, 1)
  let best = load<f64>(exact)
  let rank = 1
  for (let i = 0; i < count; i++) {
    const score = load<f64>(exact + ((<usize>i) << 3))
    if (best - score > TIE * max(Math.abs(best), Math.abs(score))) {
      best = score
      rank = i + 1
    }
    store<i32>(ranks + ((<usize>load<u32>(places + ((<usize>i) << 2))) << 2), rank)
  }
}

/** As `sort`, of scores, descending, with whose they are. */
function sortScores(sorted: usize, places: usize, count: i32, gap: i32): void {
  for (let i = gap; i < count; i++) {
    const score = load<f64>(sorted + ((<usize>i) << 3))
    if (load<f64>(sorted + ((<usize>(i - gap)) << 3)) >= score) continue
    const place = load<u32>(places + ((<usize>i) << 2))
    let at = i
    for (; at >= gap; at -= gap) {
      const before = sorted + ((<usize>(at - gap)) << 3)
      const other = load<f64>(before)
      if (other >= score) break
      store<f64>(sorted + ((<usize>at) << 3), other)
      store<u32>(places + ((<usize>at) << 2), load<u32>(places + ((<usize>(at - gap)) << 2)))
    }
    store<f64>(sorted + ((<usize>at) << 3), score)
    store<u32>(places + ((<usize>at) << 2), place)
  }
}
