import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { noticeDone, noticeFailed } from '../parts/notices';
import { countText } from '../words/moments';

/** How many lines a file has at most; the server ends it there. */
const MOST_LINES = 100_000;

/** Ends a line of a CSV file (RFC 4180); fields may only have other line breaks in them. */
const LINE_END = '\r\n';

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function savedText(lines: number): string {
  const count = `Saved ${countText(lines)} ${lines === 1 ? 'line' : 'lines'}`;
  if (lines < MOST_LINES) return `${count}.`;
  return `${count}, the newest: a file ends there. Narrow the dates down for older ones.`;
}

interface ExportCsvProps {
  /** The name of the file. */
  readonly name: string;
  readonly read: () => Promise<Blob>;
}

/** Saves what the filters show, on all pages, as a file for a spreadsheet. */
export function ExportCsv({ name, read }: ExportCsvProps) {
  const exported = useMutation({
    mutationFn: async () => {
      const file = await read();
      const lines = (await file.text()).split(LINE_END).filter((line) => line !== '').length - 1;
      save(file, name);
      return lines;
    },
    gcTime: 0,
    onSuccess: (lines) => noticeDone(savedText(lines)),
    onError: (error) => noticeFailed('Nothing was saved', error),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={exported.isPending}
      onClick={() => exported.mutate()}
    >
      Export CSV
    </Button>
  );
}
