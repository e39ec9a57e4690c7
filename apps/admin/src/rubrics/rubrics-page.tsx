import { Page } from '../ui/page.tsx'

export const RubricsPage = () => <Page title="RubricsPage">…</Page>
