package th.oit.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Judges real documents that were spoilt in every way, and says what went wrong.
 *
 * <p>Input {@code n} of a seed is the same on every machine: {@code DocumentFuzz SEED FROM COUNT
 * FOLDER}.
 */
final class DocumentFuzz {
  private static final Path REAL = Path.of("src/test/resources/documents");
  private static final long LONGEST_MILLIS = 2000;
  private static final String[] NUMBERS = {
    "0", "-1", "1", "2147483647", "2147483648", "4294967295", "99999999999999999999", "65535", "3"
  };

  private record Seed(String name, byte[] bytes) {}

  private final List<Seed> seeds = new ArrayList<>();
  private final Path folder;

  private DocumentFuzz(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.list(REAL)) {
      for (Path file : files.sorted().toList()) {
        if (!file.toString().endsWith(".md")) {
          seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file)));
        }
      }
    }
    seeds.add(new Seed("built.pdf", PdfBuilder.saying("น้ำ คำนำ 2567", 0)));
    seeds.add(new Seed("packed.pdf", packed()));
    String csv = "ลำดับ,โครงการ\r\n1,ถนน\r\n2,\"ท่อ, ระบายน้ำ\"\r\n";
    seeds.add(new Seed("utf8.csv", csv.getBytes(UTF_8)));
    seeds.add(new Seed("thai.csv", csv.getBytes(Charset.forName("windows-874"))));
    seeds.add(
        new Seed(
            "wide.csv", ("\uFEFF" + csv).getBytes(java.nio.charset.StandardCharsets.UTF_16LE)));
    seeds.add(new Seed("seal.svg", "<?xml version='1.0'?><!-- x --><svg></svg>".getBytes(UTF_8)));
    seeds.add(new Seed("page.pdf", "<!DOCTYPE html><html><title>ไม่พบ</title>".getBytes(UTF_8)));
  }

  /** Objects in a stream, a cross-reference stream with a predictor: all of it packed. */
  private static byte[] packed() {
    String first = "<</Type/Catalog/Pages 2 0 R>>";
    String second = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    String third = "<</Type/Page/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>";
    String fourth = "<</Type/Font/Subtype/Type1/Encoding<</Differences[65/uni0E01]>>>>";
    String head =
        "1 0 2 "
            + first.length()
            + " 3 "
            + (first + second).length()
            + " 4 "
            + (first + second + third).length()
            + " ";
    byte[] objects = (head + first + second + third + fourth).getBytes(ISO_8859_1);
    PdfBuilder pdf =
        new PdfBuilder()
            .stream(
                6,
                "/Type/ObjStm/N 4/First " + head.length() + "/Filter/FlateDecode",
                PdfBuilder.deflated(objects))
                .stream(
                    5,
                    "/Filter[/ASCIIHexDecode/LZWDecode]",
                    "800B6050220C0C8501>".getBytes(ISO_8859_1));
    byte[] rows = new byte[6 * 5];
    long[][] entries = {{2, 6, 0}, {2, 6, 1}, {2, 6, 2}, {2, 6, 3}, {1, 600, 0}, {1, 15, 0}};
    for (int i = 0; i < entries.length; i++) {
      rows[5 * i + 1] = (byte) entries[i][0];
      rows[5 * i + 2] = (byte) (entries[i][1] >> 8);
      rows[5 * i + 3] = (byte) entries[i][1];
      rows[5 * i + 4] = (byte) entries[i][2];
    }
    return pdf.endingIn(
        7,
        "/Type/XRef/W[1 2 1]/Index[1 6]/Size 8/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor"
            + " 15/Columns 4>>",
        PdfBuilder.deflated(rows));
  }

  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    long from = Long.parseLong(arguments[1]);
    long count = Long.parseLong(arguments[2]);
    DocumentFuzz fuzz = new DocumentFuzz(Path.of(arguments[3]));
    long begun = System.nanoTime();
    long slowest = 0;
    int faults = 0;
    Map<String, Integer> verdicts = new TreeMap<>();
    for (long i = from; i < from + count && faults < 20; i++) {
      Random random = new Random(seed * 1_000_003 + i);
      Seed chosen = fuzz.seeds.get(random.nextInt(fuzz.seeds.size()));
      byte[] input = fuzz.spoilt(chosen, random);
      Path file = Files.write(fuzz.folder.resolve(chosen.name), input);
      long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String fault = null;
      try {
        String said = Judged.judge(file);
        verdicts.merge(said, 1, Integer::sum);
      } catch (Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        fault = e + " " + Arrays.toString(Arrays.copyOf(trace, Math.min(6, trace.length)));
      }
      long millis =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - work) / 1_000_000;
      slowest = Math.max(slowest, millis);
      if (fault == null && millis > LONGEST_MILLIS) {
        fault = "took " + millis + " ms";
      }
      if (fault != null) {
        faults++;
        System.out.println("FAULT seed " + seed + " input " + i + " " + chosen.name + ": " + fault);
      }
    }
    System.out.println(
        "seed %d: %d inputs from %d in %d s, slowest %d ms, %s"
            .formatted(
                seed, count, from, (System.nanoTime() - begun) / 1_000_000_000, slowest, verdicts));
    System.exit(faults > 0 ? 1 : 0);
  }

  private byte[] spoilt(Seed seed, Random random) throws IOException {
    byte[] bytes = seed.bytes;
    boolean archive = FileBytes.startsWith(bytes, 0, "PK\u0003\u0004");
    if (archive && random.nextInt(3) == 0) {
      bytes = repacked(bytes, random);
    }
    int times = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, random);
    }
    return seed.name.endsWith(".pdf") && random.nextBoolean() ? ended(bytes) : bytes;
  }

  /** With an end that leads to the last table: what is spoilt before it is then read. */
  private static byte[] ended(byte[] bytes) {
    int table = FileBytes.lastIndexOf(bytes, "xref\n0 ");
    if (table < 0) {
      table = Math.max(0, FileBytes.lastIndexOf(bytes, "/XRef"));
      while (table > 1 && !FileBytes.startsWith(bytes, table, "\n")) {
        table--;
      }
    }
    return joined(bytes, ("\nstartxref\n" + table + "\n%%EOF\n").getBytes(ISO_8859_1));
  }

  /** The archive again, with the content of one entry spoilt. */
  private byte[] repacked(byte[] bytes, Random random) throws IOException {
    List<Seed> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(new Seed(entry.getName(), in.readAllBytes()));
      }
    } catch (IOException e) {
      return bytes;
    }
    int chosen = random.nextInt(entries.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.size(); i++) {
        byte[] content = entries.get(i).bytes;
        zip.putNextEntry(new ZipEntry(entries.get(i).name));
        zip.write(i == chosen && content.length > 0 ? once(content, random) : content);
      }
    }
    return out.toByteArray();
  }

  private byte[] once(byte[] before, Random random) {
    if (before.length < 2) {
      return before;
    }
    byte[] bytes = before.clone();
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(12)));
    switch (random.nextInt(10)) {
      case 0 -> { // single bits
        for (int i = 0; i <= random.nextInt(20); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 2 -> { // a piece of another file
        byte[] other = seeds.get(random.nextInt(seeds.size())).bytes;
        int from = random.nextInt(other.length);
        int most = Math.min(length, Math.min(other.length - from, bytes.length - at));
        System.arraycopy(other, from, bytes, at, most);
      }
      case 3 -> {
        return joined(Arrays.copyOf(bytes, at), rest(bytes, at + length));
      }
      case 4 -> { // the same again, up to a megabyte
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        int times = Math.min(1 << random.nextInt(16), (1 << 20) / length);
        byte[] many = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
          System.arraycopy(piece, 0, many, i * piece.length, piece.length);
        }
        return joined(joined(Arrays.copyOf(bytes, at), many), rest(bytes, at));
      }
      case 5, 6 -> {
        return inflated(bytes, at, random);
      }
      case 7 -> { // a field of four bytes at its limits
        int value = new int[] {0, -1, Integer.MAX_VALUE, 1, -2, 0x10000}[random.nextInt(6)];
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
          bytes[at + i] = (byte) (value >> 8 * i);
        }
      }
      case 8 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
      default -> { // two pieces change places
        int other = random.nextInt(bytes.length - length + 1);
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        System.arraycopy(bytes, other, bytes, at, length);
        System.arraycopy(piece, 0, bytes, other, length);
      }
    }
    return bytes;
  }

  /** Another number in the place of the next one that is written in digits. */
  private static byte[] inflated(byte[] bytes, int from, Random random) {
    int at = from;
    while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
      at++;
    }
    int end = at;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    String number =
        random.nextBoolean()
            ? NUMBERS[random.nextInt(NUMBERS.length)]
            : String.valueOf(random.nextInt(40));
    byte[] digits = number.getBytes(ISO_8859_1);
    if (random.nextBoolean() && end - at >= digits.length) {
      System.arraycopy(digits, 0, bytes, end - digits.length, digits.length); // nothing moves
      return bytes;
    }
    return joined(joined(Arrays.copyOf(bytes, at), digits), rest(bytes, end));
  }

  private static byte[] rest(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
