import { Page } from '../ui/page.tsx'

export const RubricPage = () => <Page title="RubricPage">…</Page>
