import { Page } from '../ui/page.tsx'

export const EntriesPage = () => <Page title="EntriesPage">…</Page>
