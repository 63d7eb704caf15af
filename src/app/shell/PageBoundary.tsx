import { Component, type ReactNode } from 'react';
import { Button } from '../design/Button';
import styles from './PageBoundary.module.css';

interface PageBoundaryProps {
  readonly children: ReactNode;
}

interface PageBoundaryState {
  readonly failure: string | null;
}

/** As browsers, and Vite for styles, say that something could not be fetched. */
const UNFETCHED = /dynamically imported module|module script failed|preload CSS/i;

/** Where drawing the page fails, it says so and offers to go on: what was typed is kept by then. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): PageBoundaryState {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const unfetched = UNFETCHED.test(failure);
    return (
      <div className={styles.failure} role="alert">
        <h2 className={styles.title}>
          {unfetched ? 'A part of the page could not be fetched' : 'This is a mistake in Loopscope, not in your program'}
        </h2>
        <p>{unfetched ? 'Reload the page once the network is there.' : 'The page could not be drawn.'} Your program is kept.</p>
        <code>{failure}</code>
        <div className={styles.actions}>
          {unfetched ? null : <Button onClick={() => this.setState({ failure: null })}>Try again</Button>}
          <Button variant="primary" onClick={() => location.reload()}>
            Reload the page
          </Button>
        </div>
      </div>
    );
  }
}
