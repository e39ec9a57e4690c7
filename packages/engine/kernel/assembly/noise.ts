/** Weights of a run: see `addNoise` and `uniform`, which do the same. */

/**
 * Multiplies the weights of the nodes by 1 + by·(2U − 1).
 *
 * @param nodes 32 bits each
 * @param weights of this run: one f64 by node, 32 bytes apart
 */
export function noise(
  key0: u32,
  key1: u32,
  factor: u32,
  by: f64,
  nodes: usize,
  count: i32,
  weights: usize,
): void {
  for (let i = 0; i < count; i += 2) {
    draw(<u32>(i >> 1), factor, key0, key1)
    shake(weights + ((<usize>load<u32>(nodes + ((<usize>i) << 2))) << 5), by, word0, word1)
    if (i + 1 < count)
      shake(weights + ((<usize>load<u32>(nodes + ((<usize>(i + 1)) << 2))) << 5), by, word2, word3)
  }
}

function shake(weight: usize, by: f64, high: u32, low: u32): void {
  const u = (<f64>(high >> 5) * 67108864.0 + <f64>(low >> 6)) * (1.0 / 9007199254740992.0)
  store<f64>(weight, load<f64>(weight) * (1 + by * (2 * u - 1)))
}

let word0: u32 = 0
let word1: u32 = 0
let word2: u32 = 0
let word3: u32 = 0

/** Philox 4×32-10. */
function draw(counter: u32, stream: u32, key0: u32, key1: u32): void {
  let c0 = counter,
    c1: u32 = 0,
    c2 = stream,
    c3: u32 = 0
  let k0 = key0,
    k1 = key1
  for (let round = 0; round < 10; round++) {
    const p0 = <u64>0xd2511f53 * <u64>c0
    const p1 = <u64>0xcd9e8d57 * <u64>c2
    c0 = <u32>(p1 >> 32) ^ c1 ^ k0
    c1 = <u32>p1
    c2 = <u32>(p0 >> 32) ^ c3 ^ k1
    c3 = <u32>p0
    k0 += 0x9e3779b9
    k1 += 0xbb67ae85
  }
  word0 = c0
  word1 = c1
  word2 = c2
  word3 = c3
}

/**
 * For each pattern 1 over the sum of the weights that it counts, four runs side by side.
 *
 * @param patterns for each how many parts it counts (32 bits), and of each part where its weights are
 */
export function shares(patterns: usize, count: i32, weights: usize, into: usize): void {
  let at = patterns
  for (let p = 0; p < count; p++) {
    const end = at + 4 + ((<usize>load<u32>(at)) << 2)
    let a = f64x2.splat(0),
      b = a
    for (at += 4; at < end; at += 4) {
      const weight = <usize>load<u32>(at) + weights
      a = f64x2.add(a, v128.load(weight))
      b = f64x2.add(b, v128.load(weight, 16))
    }
    const to = into + ((<usize>p) << 5)
    v128.store(to, f64x2.div(f64x2.splat(1), a))
    v128.store(to, f64x2.div(f64x2.splat(1), b), 16)
  }
}
