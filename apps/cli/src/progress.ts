import { SingleBar } from 'cli-progress'

/**
 * A bar on standard error while work goes on; nothing where nobody looks at a terminal, so that logs stay readable.
 *
 * @param work is given what it tells its share of work done, 0 to 1
 */
export async function withProgress<T>(
  title: string,
  work: (onProgress: (share: number) => void) => T | Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} %  {duration_formatted}`,
    clearOnComplete: true,
    hideCursor: true,
    noTTYOutput: false,
  })
  bar.start(1, 0)
  try {
    return await work(share => bar.update(share))
  } finally {
    bar.stop()
  }
}
