/** What the ranks of a unit over many runs came to: sums, and values at places in order without sorting the rest. */

/** As many as one byte tells apart. */
const BUCKETS: usize = 256

const counts = memory.data(256 * 4, 16)

/** f64s per unit: how often ranked, sum, how often first, how often a nominee; then the ranks at six places in order. */
const RESULT: usize = 10 * 8

/**
 * @param ranks run by run, `units` of 32 bits each; 0 = not ranked
 * @param quantiles three shares from 0 to 1, f64, ascending: for each the ranks at ⌊(m − 1)·p⌋ and at the next place
 * @param room 9 bytes for each run, and 64 more
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
  for (let unit = 0; unit < units; unit++)
    summariseUnit(
      ranks + ((<usize>unit) << 2),
      units,
      runs,
      nominees,
      quantiles,
      room,
      into + <usize>unit * RESULT,
    )
}

function summariseUnit(
  ranks: usize,
  units: i32,
  runs: i32,
  nominees: i32,
  quantiles: usize,
  room: usize,
  into: usize,
): void {
  const own = room
  const members = room + ((<usize>runs) << 2)
  const buckets = (room + ((<usize>runs) << 3) + 15) & ~15
  const stride = (<usize>units) << 2
  let count = 0
  let sum: u64 = 0
  let first = 0
  let nominee = 0
  let least = i32.MAX_VALUE
  let most = 0
  for (let run = 0, at = ranks; run < runs; run++, at += stride) {
    const rank = load<i32>(at)
    store<i32>(own + ((<usize>count) << 2), rank)
    if (rank === 0) continue
    count++
    sum += rank
    first += i32(rank === 1)
    nominee += i32(rank <= nominees)
    least = rank < least ? rank : least
    most = rank > most ? rank : most
  }
  store<f64>(into, count)
  store<f64>(into, <f64>sum, 8)
  store<f64>(into, first, 16)
  store<f64>(into, nominee, 24)
  if (count === 0) return
  const shift = max<i32>(0, 24 - clz<i32>(most - least))
  memory.fill(counts, 0, BUCKETS << 2)
  for (let i = 0; i < count; i++) {
    const bucket = <usize>((load<i32>(own + ((<usize>i) << 2)) - least) >> shift)
    store<u8>(buckets + <usize>i, <u8>bucket)
    store<u32>(counts + (bucket << 2), load<u32>(counts + (bucket << 2)) + 1)
  }
  let bucket: usize = 0
  let before = 0
  let gathered = -1
  for (let q: usize = 0; q < 3; q++) {
    const place = <i32>(<f64>(count - 1) * load<f64>(quantiles + (q << 3)))
    for (let next = 0; next < 2; next++) {
      const wanted = min(place + next, count - 1)
      // The next place of one share can lie beyond that of the share after it.
      while (wanted < before) before -= load<i32>(counts + (--bucket << 2))
      while (wanted >= before + load<i32>(counts + (bucket << 2)))
        before += load<i32>(counts + (bucket++ << 2))
      if (gathered !== <i32>bucket) {
        gather(own, buckets, bucket, count, members)
        gathered = <i32>bucket
      }
      store<f64>(
        into + (q << 4) + ((<usize>next) << 3),
        load<i32>(members + ((<usize>(wanted - before)) << 2)),
        32,
      )
    }
  }
}

/** The values of a bucket in order. */
function gather(own: usize, buckets: usize, bucket: usize, count: i32, members: usize): void {
  const wanted = i8x16.splat(<i8>bucket)
  let found: usize = 0
  for (let i = 0; i < count; i += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(buckets + <usize>i), wanted))
    if (count - i < 16) mask &= (1 << (count - i)) - 1
    while (mask !== 0) {
      const value = load<i32>(own + ((<usize>(i + ctz<i32>(mask))) << 2))
      mask &= mask - 1
      let at = members + found
      for (; at > members && load<i32>(at - 4) > value; at -= 4) store<i32>(at, load<i32>(at - 4))
      store<i32>(at, value)
      found += 4
    }
  }
}
