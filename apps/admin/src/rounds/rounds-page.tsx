import { Page } from '../ui/page.tsx'

export const RoundsPage = () => <Page title="RoundsPage">…</Page>
