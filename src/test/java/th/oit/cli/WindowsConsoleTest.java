package th.oit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsConsoleTest {
  @Test
  void aCommandLineIsTakenApartAsWindowsDoes() {
    assertEquals(
        List.of("new", "news", "ประชุม & หารือ"),
        WindowsConsole.split("new news \"ประชุม & หารือ\""));
    assertEquals(List.of("a\\\\b", "c"), WindowsConsole.split("a\\\\b  c "));
    assertEquals(List.of("C:\\งาน ของฉัน\\"), WindowsConsole.split("\"C:\\งาน ของฉัน\\\\\""));
    assertEquals(List.of("say \"hi\""), WindowsConsole.split("\"say \\\"hi\\\"\""));
    assertEquals(List.of("a\"b"), WindowsConsole.split("\"a\"\"b\""));
    assertEquals(
        List.of("--name=อบต. บางดี", ""), WindowsConsole.split("--name=\"อบต. บางดี\" \"\""));
    assertEquals(List.of(), WindowsConsole.split("  "));
  }

  @Test
  void lettersThatBecameQuestionMarksComeBack() {
    String[] garbled = {"new", "news", "???? 1?"};
    assertArrayEquals(
        new String[] {"new", "news", "ข่าว 1?"},
        WindowsConsole.arguments(garbled, "new news \"ข่าว 1?\""));
  }

  @Test
  void argumentsThatAreNotThoseOfTheLineStayAsTheyAre() {
    String[] args = {"check", "what?"};
    assertSame(args, WindowsConsole.arguments(args, null));
    assertSame(args, WindowsConsole.arguments(args, "check thai1"));
    assertSame(args, WindowsConsole.arguments(args, "check ก"));
    assertSame(args, WindowsConsole.arguments(args, "check กขคงจ more"));
    assertArrayEquals(args, WindowsConsole.arguments(args, "check what?"));
    String[] plain = {"publish"};
    assertSame(plain, WindowsConsole.arguments(plain, "something else"));
  }

  @Test
  void escapesAreForConsolesThatSayThatTheyKnowThem() {
    assertEquals("dumb", WindowsConsole.environment(Map.of("PATH", "x")).get("TERM"));
    Map<String, String> terminal = Map.of("WT_SESSION", "1");
    assertSame(terminal, WindowsConsole.environment(terminal));
    Map<String, String> emulated = Map.of("ConEmuANSI", "ON");
    assertSame(emulated, WindowsConsole.environment(emulated));
  }

  @Test
  void whatIsTypedInTheThaiCodePageIsReadAsThai() throws IOException {
    Charset page = Charset.forName("x-windows-874");
    InputStream typed =
        WindowsConsole.asUtf8(new ByteArrayInputStream("อบต.บางดี\r\nตกลง".getBytes(page)), page);
    BufferedReader lines = new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8));
    assertEquals("อบต.บางดี", lines.readLine());
    assertEquals("ตกลง", lines.readLine());
    assertEquals(null, lines.readLine());
  }
}
