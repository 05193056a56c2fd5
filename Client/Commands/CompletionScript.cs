using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands;

/// <summary>The completion scripts. Each passes the line and the cursor to the directive <c>[suggest:POSITION]</c>.</summary>
internal static class CompletionScript
{
    private const string Bash =
        """
        # bash completion for controlplane
        _controlplane_complete()
        {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}"
            local candidates
            candidates="$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$candidates" -- "$word"))
        }
        complete -o default -F _controlplane_complete controlplane

        """;

    private const string Zsh =
        """
        # zsh completion for controlplane
        _controlplane_complete()
        {
            local line="${BUFFER[1,CURSOR]}"
            local -a candidates
            candidates=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -a candidates || _files
        }
        autoload -Uz compinit && compinit -C
        compdef _controlplane_complete controlplane

        """;

    private const string Fish =
        """
        # fish completion for controlplane
        function __controlplane_complete
            set -l line (commandline -cp)
            controlplane "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c controlplane -a '(__controlplane_complete)'

        """;

    private const string PowerShell =
        """
        # PowerShell completion for controlplane
        Register-ArgumentCompleter -Native -CommandName controlplane -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString()
            controlplane "[suggest:$cursorPosition]" $line 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">Its name.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => PowerShell,
        _ => throw new InputException($"the shell must be bash, zsh, fish or pwsh, not '{shell}'"),
    };
}
