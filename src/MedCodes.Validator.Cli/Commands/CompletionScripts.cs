using System.Text;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Writes the scripts of the shells. They hold all their words: completing starts no process.</summary>
internal static class CompletionScripts
{
    public static string Bash(CompletionWords words)
    {
        var script = new StringBuilder("""
            _medcodes() {
              local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""
              case "$previous" in
                -o|--output) COMPREPLY=($(compgen -W "@FORMATS@" -- "$current")); return;;
                --select|--ignore) COMPREPLY=($(compgen -W "@RULES@" -- "$current")); return;;
              esac
              case "${COMP_WORDS[1]}" in

            """);
        foreach (var command in words.Commands)
            script.Append(FormattableString.Invariant($"    {command.Name}) words=\"{Listed(Following(command, words))}\";;\n"));
        script.Append("""
                *) words="@COMMANDS@";;
              esac
              [ "$COMP_CWORD" -eq 1 ] && words="@COMMANDS@"
              COMPREPLY=($(compgen -W "$words" -- "$current"))
              case "$current" in -*) ;; *) [ "$COMP_CWORD" -gt 1 ] && COMPREPLY+=($(compgen -f -- "$current"));; esac
            }
            complete -o filenames -F _medcodes medcodes

            """);
        return Filled(script.ToString(), words);
    }

    // Bash's own form works in zsh, and one script is one thing to get right.
    public static string Zsh(CompletionWords words) => "#compdef medcodes\nautoload -U +X bashcompinit && bashcompinit\n" + Bash(words);

    public static string Fish(CompletionWords words)
    {
        var script = new StringBuilder("complete -c medcodes -n __fish_use_subcommand -f -a \"@COMMANDS@\"\n");
        foreach (var command in words.Commands)
        {
            foreach (var option in command.Options)
                script.Append(FormattableString.Invariant($"complete -c medcodes -n \"__fish_seen_subcommand_from {command.Name}\" -l {option.TrimStart('-')}{Values(option)}\n"));
            if (command.Verbs.Count > 0)
                script.Append(FormattableString.Invariant($"complete -c medcodes -n \"__fish_seen_subcommand_from {command.Name}\" -f -a \"{Listed(command.Verbs)}\"\n"));
        }

        script.Append("complete -c medcodes -n \"__fish_seen_subcommand_from rule\" -f -a \"@RULES@\"\n");
        return Filled(script.ToString(), words);

        static string Values(string option) => option switch
        {
            "--output" => " -s o -x -a \"@FORMATS@\"",
            "--select" or "--ignore" => " -x -a \"@RULES@\"",
            _ => "",
        };
    }

    public static string PowerShell(CompletionWords words)
    {
        var script = new StringBuilder("""
            Register-ArgumentCompleter -Native -CommandName medcodes -ScriptBlock {
              param($word, $ast, $position)
              $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })
              $previous = if ($word -eq '') { $given[-1] } elseif ($given.Count -gt 1) { $given[-2] } else { '' }
              $words = switch ($given[1]) {

            """);
        foreach (var command in words.Commands)
            script.Append(FormattableString.Invariant($"    '{command.Name}' {{ '{Listed(Following(command, words))}' }}\n"));
        script.Append("""
                default { '@COMMANDS@' }
              }
              if ($previous -in '-o', '--output') { $words = '@FORMATS@' }
              if ($previous -in '--select', '--ignore') { $words = '@RULES@' }
              $words -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """);
        return Filled(script.ToString(), words);
    }

    private static IEnumerable<string> Following(CompletedCommand command, CompletionWords words) =>
        command.Verbs.Concat(command.Options).Concat(command.Name == "rule" ? words.Rules : []);

    private static string Filled(string script, CompletionWords words) => script
        .Replace("@COMMANDS@", Listed(words.Commands.Select(command => command.Name)), StringComparison.Ordinal)
        .Replace("@FORMATS@", Listed(words.Formats), StringComparison.Ordinal)
        .Replace("@RULES@", Listed(words.Rules), StringComparison.Ordinal);

    private static string Listed(IEnumerable<string> words) => string.Join(' ', words);
}
