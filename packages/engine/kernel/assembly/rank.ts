/** Ranks by descending score: see `rankInto`, which does the same. */

const TIE: f64 = 1e-12
/** A bucket with more is sorted by itself, in less than quadratic time. */
const FULL: u32 = 32

/**
 * @param ranked places of the `count` entries that are ranked, 32 bits each
 * @param ranks 32 bits by place
 * @param room for each entry 8 + 4 + 4 + 4 bytes, and 4 more
 */
export function rank(scores: usize, ranked: usize, count: i32, ranks: usize, room: usize): void {
  const sorted = room
  const places = sorted + ((<usize>count) << 3)
  const buckets = places + ((<usize>count) << 2)
  const ends = buckets + ((<usize>count) << 2)
  const isFull = deal(scores, ranked, count, room)
  if (isFull) sortFull(sorted, places, ends, count)
  else sortRange(sorted, places, 0, count, 1)
  let best = load<f64>(sorted)
  let rank = 1
  for (let i = 0; i < count; i++) {
    const score = load<f64>(sorted + ((<usize>i) << 3))
    if (best - score > TIE * max(Math.abs(best), Math.abs(score))) {
      best = score
      rank = i + 1
    }
    store<i32>(ranks + ((<usize>load<u32>(places + ((<usize>i) << 2))) << 2), rank)
  }
}

/** Deals the scores into as many buckets as there are; true where one of them is full. */
function deal(scores: usize, ranked: usize, count: i32, room: usize): bool {
  const sorted = room
  const places = sorted + ((<usize>count) << 3)
  const buckets = places + ((<usize>count) << 2)
  const ends = buckets + ((<usize>count) << 2)
  const size = (<usize>count) << 2
  let most = -Infinity
  let least = Infinity
  for (let i: usize = 0; i < size; i += 4) {
    const score = load<f64>(scores + ((<usize>load<u32>(ranked + i)) << 3))
    most = score > most ? score : most
    least = score < least ? score : least
  }
  const scale = most > least ? min<f64>(<f64>(count - 1) / (most - least), f64.MAX_VALUE) : 0
  memory.fill(ends, 0, size + 4)
  for (let i: usize = 0; i < size; i += 4) {
    const score = load<f64>(scores + ((<usize>load<u32>(ranked + i)) << 3))
    const bucket = <u32>((most - score) * scale)
    store<u32>(buckets + i, bucket)
    const end = ends + ((<usize>bucket) << 2)
    store<u32>(end, load<u32>(end, 4) + 1, 4)
  }
  let sum: u32 = 0
  let fullest: u32 = 0
  for (let i: usize = 4; i <= size; i += 4) {
    const inIt = load<u32>(ends + i)
    fullest = max(fullest, inIt)
    sum += inIt
    store<u32>(ends + i, sum)
  }
  for (let i: usize = 0; i < size; i += 4) {
    const place = load<u32>(ranked + i)
    const end = ends + ((<usize>load<u32>(buckets + i)) << 2)
    const at = <usize>load<u32>(end)
    store<u32>(end, <u32>at + 1)
    store<f64>(sorted + (at << 3), load<f64>(scores + ((<usize>place) << 3)))
    store<u32>(places + (at << 2), place)
  }
  return fullest > FULL
}

function sortFull(sorted: usize, places: usize, ends: usize, count: i32): void {
  let from = 0
  for (let b = 0; b < count; b++) {
    const to = load<i32>(ends + ((<usize>b) << 2))
    // Gaps of Ciura, "Best increments for the average case of Shellsort", 2001.
    for (let g = to - from > <i32>FULL ? 0 : 8; g < 9; g++)
      sortRange(sorted, places, from, to, load<i32>(gaps + ((<usize>g) << 2)))
    from = to
  }
}

const gaps = memory.data<i32>([1750, 701, 301, 132, 57, 23, 10, 4, 1])

/** Insertion sort of every `gap`-th. */
function sortRange(sorted: usize, places: usize, from: i32, to: i32, gap: i32): void {
  for (let i = from + gap; i < to; i++) {
    const score = load<f64>(sorted + ((<usize>i) << 3))
    if (load<f64>(sorted + ((<usize>(i - gap)) << 3)) >= score) continue
    const place = load<u32>(places + ((<usize>i) << 2))
    let at = i
    for (; at - gap >= from; at -= gap) {
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
