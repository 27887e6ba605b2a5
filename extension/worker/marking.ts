/** Remembers whether the server marks its answers: servers from before the mark do not, and some proxies remove it. */
import { change, read } from "./store";

/** Notes whether an answer that was certainly the server's had the mark. */
export function noteMarks(server: string, marked: boolean): Promise<void> {
  return change(["marking"], ({ marking }) =>
    marking?.server === server && marking.marked === marked
      ? null
      : { marking: { server, marked } },
  );
}

/** Returns whether the last answer that was certainly this server's had the mark. */
export async function marksAnswers(server: string): Promise<boolean> {
  const { marking } = await read("marking");
  return marking?.server === server && marking.marked;
}
