package th.oit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import th.oit.cli.CommandTable.Argument;
import th.oit.cli.CommandTable.Command;
import th.oit.cli.CommandTable.Kind;

/** A shell, and the script that makes it complete what is typed after {@code oit}. */
enum Shell {
  BASH {
    @Override
    String script(CommandTable table) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          # Completion of oit for bash:  source <(oit completion bash)
          _oit() {
            local cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} words= values=
            # bash takes --option=value for three words.
            if [ "$cur" = "=" ]; then
              cur=
            elif [ "$option" = "=" ] && [ "$COMP_CWORD" -gt 2 ]; then
              option=${COMP_WORDS[COMP_CWORD-2]}
            fi
            COMPREPLY=()
            if [ "$COMP_CWORD" -eq 1 ]; then
          """);
      out.append("    words='")
          .append(names(table))
          .append(" -h --help -V --version'\n")
          .append("    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n    return\n  fi\n")
          .append("  case ${COMP_WORDS[1]} in\n");
      for (Command command : table.commands()) {
        out.append("    ").append(command.name()).append(")\n");
        out.append("      words='").append(optionNames(command)).append("'\n");
        out.append("      case $option in\n");
        for (Argument option : command.options()) {
          if (option.kind() == Kind.NONE || option.optional()) {
            continue;
          }
          out.append("        ").append(String.join("|", option.names())).append(") ");
          out.append(
              switch (option.kind()) {
                case FILE -> "return";
                case FOLDER -> "return";
                case FREE -> "_oit_nothing; return";
                default -> "values='" + String.join(" ", option.words()) + "'";
              });
          out.append(" ;;\n");
        }
        if (!command.operands().isEmpty() && command.operands().get(0).kind() == Kind.WORD) {
          out.append("        *) words=\"$words ")
              .append(String.join(" ", command.operands().get(0).words()))
              .append("\" ;;\n");
        }
        out.append("      esac\n      ;;\n");
      }
      out.append("    *) return ;;\n  esac\n");
      out.append(
          """
            if [ -n "$values" ]; then
              _oit_nothing
              COMPREPLY=($(compgen -W "$values" -- "$cur"))
            else
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            fi
          }
          # Where no file can stand, none is offered; the bash of macOS cannot be told so.
          _oit_nothing() {
            type compopt >/dev/null 2>&1 && compopt +o default +o bashdefault
          }
          complete -o bashdefault -o default -F _oit oit
          """);
      return out.toString();
    }
  },

  ZSH {
    @Override
    String script(CommandTable table) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          #compdef oit
          # Completion of oit for zsh:  source <(oit completion zsh), or this file as _oit in $fpath
          _oit() {
            local curcontext="$curcontext" state line
            typeset -A opt_args
            _arguments -C '(- : *)'{-h,--help}'[--help]' '(- : *)'{-V,--version}'[--version]' \\
              '1:command:->command' '*::argument:->argument' && return
            case $state in
              command)
                local -a commands
                commands=(
          """);
      for (Command command : table.commands()) {
        out.append("        ")
            .append(quoted(command.name() + ":" + command.says().replace(":", "\\:")))
            .append('\n');
      }
      out.append(
          """
                )
                _describe -t commands command commands
                ;;
              argument)
                case $words[1] in
          """);
      for (Command command : table.commands()) {
        out.append("        ").append(command.name()).append(")\n          _arguments -s -S");
        for (Argument option : command.options()) {
          for (String name : option.names()) {
            out.append(" \\\n            ");
            String others = String.join(" ", option.names());
            String value = "";
            if (option.kind() != Kind.NONE) {
              String action =
                  switch (option.kind()) {
                    case FILE -> "_files";
                    case FOLDER -> "_files -/";
                    case WORD -> "(" + String.join(" ", option.words()) + ")";
                    default -> " ";
                  };
              value = (option.optional() ? "::" : ":") + option.label() + ":" + action;
            }
            String sign = option.kind() == Kind.NONE ? "" : option.optional() ? "=-" : "=";
            out.append(
                quoted(
                    "("
                        + others
                        + ")"
                        + name
                        + sign
                        + "["
                        + option.says().replaceAll("([\\[\\]:\\\\])", "\\\\$1")
                        + "]"
                        + value));
          }
        }
        int at = 0;
        for (Argument operand : command.operands()) {
          at++;
          String action =
              switch (operand.kind()) {
                case FILE -> "_files";
                case FOLDER -> "_files -/";
                case WORD -> "(" + String.join(" ", operand.words()) + ")";
                default -> " ";
              };
          out.append(" \\\n            ");
          out.append(quoted(at + "::" + operand.label() + ":" + action));
        }
        out.append("\n          ;;\n");
      }
      out.append(
          """
                esac
                ;;
            esac
          }
          if [ "${funcstack[1]:-}" = _oit ]; then
            _oit "$@"
          else
            compdef _oit oit
          fi
          """);
      return out.toString();
    }
  },

  FISH {
    @Override
    String script(CommandTable table) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          # Completion of oit for fish:  oit completion fish | source
          # or this file as ~/.config/fish/completions/oit.fish
          complete -c oit -e
          complete -c oit -f
          complete -c oit -n __fish_use_subcommand -s h -l help
          complete -c oit -n __fish_use_subcommand -s V -l version
          """);
      for (Command command : table.commands()) {
        out.append("complete -c oit -n __fish_use_subcommand -a ").append(command.name());
        out.append(" -d ").append(fish(command.says())).append('\n');
      }
      for (Command command : table.commands()) {
        String start = "complete -c oit -n '__fish_seen_subcommand_from " + command.name() + "'";
        for (Argument option : command.options()) {
          out.append(start);
          for (String name : option.names()) {
            out.append(
                name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
          }
          out.append(
              switch (option.kind()) {
                case NONE -> "";
                case WORD -> " -x -a '" + String.join(" ", option.words()) + "'";
                case FILE -> " -r -F";
                case FOLDER -> " -x -a '(__fish_complete_directories)'";
                case FREE -> option.optional() ? "" : " -x";
              });
          out.append(" -d ").append(fish(option.says())).append('\n');
        }
        for (Argument operand : command.operands()) {
          out.append(start);
          out.append(
              switch (operand.kind()) {
                case WORD -> " -a '" + String.join(" ", operand.words()) + "'";
                case FILE -> " -F";
                case FOLDER -> " -a '(__fish_complete_directories)'";
                default -> " -f";
              });
          out.append('\n');
        }
      }
      return out.toString();
    }

    private String fish(String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
  },

  POWERSHELL {
    /**
     * In plain letters only: Windows PowerShell reads a script without a byte order mark, and what
     * a program prints, in the code page of the machine.
     */
    @Override
    String script(CommandTable table) {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          # Completion of oit for PowerShell:
          #   oit completion powershell | Out-String | Invoke-Expression
          # or, to have it always, this file named in $PROFILE:  . C:\\oit\\completion\\oit.ps1
          $oitCommands = [ordered]@{
          """);
      for (Command command : table.commands()) {
        out.append("  '").append(command.name()).append("' = @{\n    options = [ordered]@{\n");
        for (Argument option : command.options()) {
          for (String name : option.names()) {
            out.append("      '").append(name).append("' = ");
            out.append(
                switch (option.kind()) {
                  case NONE -> "@{ value = $false; words = @() }";
                  default ->
                      "@{ value = "
                          + (option.optional() ? "$false" : "$true")
                          + "; words = "
                          + list(option.words())
                          + " }";
                });
            out.append('\n');
          }
        }
        out.append("    }\n    words = ");
        out.append(
            list(
                command.operands().stream()
                    .limit(1)
                    .flatMap(operand -> operand.words().stream())
                    .toList()));
        out.append("\n  }\n");
      }
      out.append(
          """
          }
          Register-ArgumentCompleter -Native -CommandName 'oit', 'oit.cmd' -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
            $start = ''
            $found = @()
            if ($typed.Count -le 1) {
              $found = @($oitCommands.Keys) + @('--help', '--version')
            } elseif ($oitCommands.Contains($typed[1])) {
              $command = $oitCommands[$typed[1]]
              $last = $typed[$typed.Count - 1]
              $name = ($wordToComplete -split '=', 2)[0]
              if ($wordToComplete.Contains('=') -and $command.options.Contains($name)) {
                $start = $name + '='
                $found = @($command.options[$name].words)
              } elseif ($typed.Count -gt 2 -and $command.options.Contains($last) -and $command.options[$last].value) {
                $found = @($command.options[$last].words)
              } elseif ($wordToComplete.StartsWith('-')) {
                $found = @($command.options.Keys)
              } else {
                $found = @($command.words)
              }
            }
            $found | ForEach-Object { $start + $_ } | Where-Object { $_.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase) } | ForEach-Object {
              [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
          }
          """);
      return out.toString();
    }

    private String list(List<String> words) {
      return words.stream()
          .map(word -> "'" + word + "'")
          .collect(Collectors.joining(", ", "@(", ")"));
    }
  };

  /** The script, in the language of the table, with Unix line ends. */
  abstract String script(CommandTable table);

  /** The name on the command line, such as {@code fish}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> ids() {
    return Stream.of(values()).map(Shell::id).toList();
  }

  private static String names(CommandTable table) {
    return table.commands().stream().map(Command::name).collect(Collectors.joining(" "));
  }

  private static String optionNames(Command command) {
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.addAll(option.names()));
    return String.join(" ", names);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
