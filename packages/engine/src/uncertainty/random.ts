/** Random numbers that are a function of where they stand: no state, so that runs can be split over threads in any way. */

const M0 = 0xd2511f53
const M1 = 0xcd9e8d57
const W0 = 0x9e3779b9
const W1 = 0xbb67ae85
const ROUNDS = 10

/** The high 32 bits of the product of two unsigned 32-bit numbers. */
const high = (a: number, b: number): number => {
  const a0 = a & 0xffff
  const a1 = a >>> 16
  const b0 = b & 0xffff
  const b1 = b >>> 16
  const middle = a1 * b0 + ((a0 * b0) >>> 16)
  const cross = a0 * b1 + (middle & 0xffff)
  return a1 * b1 + Math.floor(middle / 0x10000) + (cross >>> 16)
}

/**
 * Philox 4×32 with 10 rounds: a keyed bijection of 128-bit counters whose output passes as random (Salmon, Moraes, Dror and
 * Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11).
 *
 * @param block four 32-bit words of counter, overwritten by four random words
 */
export const philox = (block: Uint32Array, key0: number, key1: number): void => {
  let c0 = block[0] as number
  let c1 = block[1] as number
  let c2 = block[2] as number
  let c3 = block[3] as number
  let k0 = key0
  let k1 = key1
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = high(M0, c0)
    const low0 = Math.imul(M0, c0)
    const high1 = high(M1, c2)
    const low1 = Math.imul(M1, c2)
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c1 = low1 >>> 0
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c3 = low0 >>> 0
    k0 = (k0 + W0) | 0
    k1 = (k1 + W1) | 0
  }
  block[0] = c0
  block[1] = c1
  block[2] = c2
  block[3] = c3
}

const block = new Uint32Array(4)

/** Two words to the 53 bits of a double in [0, 1). */
const unit = (first: number, second: number): number => ((first >>> 5) * 0x4000000 + (second >>> 6)) / 2 ** 53

/**
 * The number at a place of a stream, in [0, 1) with 53 bits, the same on every machine.
 *
 * @param seed a whole number from 0 to 2^53 − 1
 * @param stream a whole number from 0 to 2^32 − 1: streams of one seed are independent
 * @param index a whole number from 0 to 2^53 − 1
 */
export const uniform = (seed: number, stream: number, index: number): number => {
  const pair = Math.floor(index / 2)
  block[0] = pair
  block[1] = pair / 2 ** 32
  block[2] = stream
  block[3] = 0
  philox(block, seed >>> 0, Math.floor(seed / 2 ** 32))
  return index % 2 === 0
    ? unit(block[0] as number, block[1] as number)
    : unit(block[2] as number, block[3] as number)
}

/** The seed that a coordinate in [0, 1) stands for: its 53 bits. */
export const seedOf = (coordinate: number): number => Math.floor(coordinate * 2 ** 53)
