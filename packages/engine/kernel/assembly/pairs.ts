/** Who comes before whom, for every pair of units. */

/**
 * Adds to a table of counts, over a few runs, in how many the unit of the row came before that of the column.
 *
 * @param ranks 16 bits each, as many a run as there are units, rounded up to whole vectors of 8; 0 = not ranked
 * @param before 32 bits each, rows of the same length
 */
export function pairs(ranks: usize, units: i32, runs: i32, before: usize): void {
  const row = (<usize>((units + 7) & ~7)) << 1
  const none = i16x8.splat(0)
  for (let i = 0; i < units; i++)
    for (let j: usize = 0; j < row; j += 16) {
      let less = none
      let at = ranks
      for (let run = 0; run < runs; run++, at += row) {
        const own = v128.load16_splat(at + ((<usize>i) << 1))
        const isBefore = v128.and(i16x8.lt_s(own, v128.load(at + j)), i16x8.ne(own, none))
        less = i16x8.sub(less, isBefore)
      }
      const to = before + <usize>i * (row << 1) + (j << 1)
      v128.store(to, i32x4.add(v128.load(to), i32x4.extend_low_i16x8_s(less)))
      v128.store(to, i32x4.add(v128.load(to, 16), i32x4.extend_high_i16x8_s(less)), 16)
    }
}
