import { ipcRenderer } from 'electron';
import type { Answer, Channels, Message, NamesOf, Request } from '../contract/channels/channel';
import { pass } from '../contract/passed';

/** What one kind of page can say and hear, and nothing else. What arrives is checked by the channel's schema here too. */
export function pageIpc<const Map extends Channels>(channels: Map) {
  return {
    send<Name extends NamesOf<Map, 'toMain'>>(name: Name, message: Message<Map, Name>): void {
      ipcRenderer.send(name, message);
    },

    on<Name extends NamesOf<Map, 'toPage'>>(name: Name, listener: (message: Message<Map, Name>) => void): void {
      ipcRenderer.on(name, (_event, message: unknown) => {
        const passed = pass((channels[name] as Map[Name]).message, message);
        if (passed.ok) listener(passed.value as Message<Map, Name>);
        else console.error(`message ${name} dropped: ${passed.error}`);
      });
    },

    /** @throws where the main process refuses the question, or its answer does not fit */
    async request<Name extends NamesOf<Map, 'request'>>(
      name: Name,
      message: Message<Map, Name>,
    ): Promise<Answer<Map, Name>> {
      const { answer } = channels[name] as Map[Name] & Request;
      const passed = pass(answer, await ipcRenderer.invoke(name, message));
      if (!passed.ok) throw new Error(`answer ${name} dropped: ${passed.error}`);
      return passed.value as Answer<Map, Name>;
    },
  };
}
