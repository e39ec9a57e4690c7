import { start } from '@tumstock/server/start'

/** As `pnpm start`, without the build. */
export async function serve({ demo }: { demo: boolean }): Promise<void> {
  await start({ demo })
}
