/** Functions of which a mean is taken, and their inverses: 0 plain · 1 log · 2 reciprocal · 3 power. */

/** Brings values from a group's own domain to the one that is wanted above it. @param group its description, see `mean` */
export function convert(values: usize, size: i32, group: usize): void {
  const own = load<u32>(group, 52)
  const wanted = load<u32>(group, 56)
  const back = 1 / load<f64>(group, 64)
  const power = load<f64>(group, 72)
  const end = values + ((<usize>size) << 3)
  for (let at = values; at < end; at += 8)
    store<f64>(at, into(wanted, outOf(own, load<f64>(at), back), power))
}

/** f of each value of a column. */
export function column(values: usize, size: i32, domain: u32, power: f64): void {
  const end = values + ((<usize>size) << 3)
  for (let at = values; at < end; at += 8) store<f64>(at, into(domain, load<f64>(at), power))
}

function into(domain: u32, value: f64, power: f64): f64 {
  if (domain === 0) return value
  if (domain === 1) return Math.log(value)
  if (domain === 2) return 1 / value
  return value ** power
}

function outOf(domain: u32, value: f64, back: f64): f64 {
  if (domain === 0) return value
  if (domain === 1) return Math.exp(value)
  if (domain === 2) return 1 / value
  return value ** back
}
