import { GoToMenu } from './GoToMenu';
import { InterruptMenu } from './InterruptMenu';

/** The menus of the transport bar: not needed at first sight. */
export default function TransportMenus() {
  return (
    <>
      <InterruptMenu />
      <GoToMenu />
    </>
  );
}
