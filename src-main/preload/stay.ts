interface NavigateEvent extends Event {
  readonly destination: { readonly sameDocument: boolean };
}

/** HTML, 7.2.6 "The navigation API"; this part of the app is compiled without the DOM's types. */
declare const navigation: { addEventListener(type: 'navigate', listener: (event: NavigateEvent) => void): void };

// The page stays where it is. Chromium asks the main process before a page goes elsewhere, except to about:blank; of that it tells it
// too late to refuse. Here it asks. This runs before the page's own scripts, and none of them can take it away.
navigation.addEventListener('navigate', (event) => {
  if (!event.destination.sameDocument) event.preventDefault();
});
