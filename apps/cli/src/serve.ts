import { serve as serveUntilStopped } from '@tumstock/server/serve'

/** As `pnpm start`, without the build. */
export const serve = ({ demo }: { demo: boolean }): Promise<void> =>
  serveUntilStopped(demo ? [] : ['--no-demo'])
