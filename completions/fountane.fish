# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_fountane_global_optspecs
    string join \n json q/quiet v/verbose color= y/yes templates= trust= show-settings h/help V/version
end

function __fish_fountane_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_fountane_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_fountane_using_subcommand
    set -l cmd (__fish_fountane_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c fountane -n "__fish_fountane_needs_command" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_needs_command" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_needs_command" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_needs_command" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_needs_command" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_needs_command" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_needs_command" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_needs_command" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_needs_command" -s V -l version -d 'Print version'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "new" -d 'Make a new workspace from answers, a spec or a model'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "generate" -d 'Render the workspace again from its spec'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "check" -d 'Run every gate: format, contracts, types, lint and tests'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "fix" -d 'Repair what the compiler and ESLint find, as far as it needs no opinion'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "add" -d 'Add something to the spec, then generate'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "remove" -d 'Take something out of the spec, then generate'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "rename" -d 'Give something another name, in the spec, the code and the database'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "import" -d 'Bring a model into the spec, then generate'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "upgrade" -d 'Bring the workspace to the templates of this fountane'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "eject" -d 'Make generated files yours'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "adopt" -d 'Take a repository that is there under fountane'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "exec" -d 'Start a program with the workspace\'s Node and pnpm'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "blueprint" -d 'Look at blueprints'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "template" -d 'Look at templates and test them'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "source" -d 'Blueprints and templates from elsewhere'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "trust" -d 'What of blueprints and templates from elsewhere you trust'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "demo" -d 'Run the workspace as a demo, on this machine; look after demos in a cluster'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "stack" -d 'Run the workspace and the servers that it needs in containers'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "doctor" -d 'Find out whether this machine has what it takes'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "schema" -d 'Print the JSON Schema of `fountane.yaml`'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "completions" -d 'Print a completion script for a shell'
complete -c fountane -n "__fish_fountane_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l dir -d 'Where to put it; `./NAME` by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l blueprint -d 'Which blueprint; `fountane blueprint list` tells them' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l from -d 'A model to begin with: a `fountane.yaml`, a `.jdl` of JHipster, a `.sql` with tables, a `.prisma` or a folder of them, a document of OpenAPI, rows in `.json`, `.ndjson` or `.csv` or a folder of them, or `postgres://…`, a database that runs' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l answers -d 'A file with answers: YAML in the spec\'s shape, with only what you want to say' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l set -d 'An answer, such as `tenancy=none` or `project.title=\'Pet Clinic\'`; wins over the answers file' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand new" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand new" -l no-install -d 'Do not install packages, and hence do not check'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l no-check -d 'Do not run the gates'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l no-git -d 'Do not make a repository'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand new" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand new" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand new" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand new" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l only -d 'Write only what belongs to a service, an entity or a template; several with commas between them' -r
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l restore -d 'Write a file again that was deleted, or all below a folder; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l check -d 'Write nothing, and exit with 1 if anything would be written'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l continue -d 'End a run that left something to decide: fails while a mark is left'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l abort -d 'Take back a run that left something to decide: all files are as they were before it'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l allow-destructive -d 'Write migrations that lose data, too: a column that goes, a type that holds less'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand generate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand check" -l only -d 'Run only these gates; several with commas between them' -r -f -a "format\t'Prettier'
contracts\t'Buf'
types\t'tsc'
lint\t'ESLint'
tests\t'Vitest'"
complete -c fountane -n "__fish_fountane_using_subcommand check" -l sarif -d 'Write what is found to this file, too, as SARIF for code hosts and editors' -r
complete -c fountane -n "__fish_fountane_using_subcommand check" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand check" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand check" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand check" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand check" -l watch -d 'Stay, and check again whenever a file changes; Ctrl-C ends it'
complete -c fountane -n "__fish_fountane_using_subcommand check" -l no-cache -d 'Run every tool on everything, also where nothing has changed since it found nothing'
complete -c fountane -n "__fish_fountane_using_subcommand check" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand check" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand check" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand check" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand check" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l project -d 'The project; the one around here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l dry-run -d 'Say what would be done, and write nothing; tests are not run'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l diff -d 'Show every changed line'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l undo -d 'Put back what the last run changed; refused if a file was changed since'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l no-tests -d 'Do not run the project\'s tests before and after'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand fix" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "entity" -d 'An entity with its fields'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "relation" -d 'A relation between two entities'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "service" -d 'A service'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "package" -d 'A library package of your own'
complete -c fountane -n "__fish_fountane_using_subcommand add; and not __fish_seen_subcommand_from entity field relation enum service app package help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l service -d 'The service that owns it; the first one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l description -d 'What it is, for people' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from entity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from field" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l kind -d 'How many on either side' -r -f -a "many-to-one\t'Many of these point to one of those'
one-to-one\t'One of these points to one of those'
many-to-many\t'Any number on either side'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l inverse -d 'The name of the other end' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l on-delete -d 'What happens to this row when the other goes: restrict, cascade or set-null' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l required -d 'There must be one'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from relation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from enum" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l description -d 'What it is for' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l locale -d 'A language of it, such as `en`; the first is the default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from app" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from package" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "entity" -d 'An entity with its fields'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "relation" -d 'A relation between two entities'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "service" -d 'A service'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "package" -d 'A library package of your own'
complete -c fountane -n "__fish_fountane_using_subcommand add; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "relation" -d 'Relations of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "enum" -d 'An enum, or values of it'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "service" -d 'A service; its entities go to another'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and not __fish_seen_subcommand_from entity field relation enum service app help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l cascade -d 'Remove the relations of other entities to it, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from entity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from field" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from relation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from enum" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l into -d 'The service that takes over its entities' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from app" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "relation" -d 'Relations of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "enum" -d 'An enum, or values of it'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "service" -d 'A service; its entities go to another'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand remove; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "field" -d 'A field of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "relation" -d 'A relation of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "value" -d 'A value of an enum'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "service" -d 'A service: not possible; the command says why, and what can be done'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and not __fish_seen_subcommand_from entity field relation enum value service help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l plural -d 'Several of them, where the spec has a `plural:` that goes with the old name' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from entity" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from field" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from relation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from enum" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from value" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "field" -d 'A field of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "relation" -d 'A relation of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "value" -d 'A value of an enum'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "service" -d 'A service: not possible; the command says why, and what can be done'
complete -c fountane -n "__fish_fountane_using_subcommand rename; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l only -d 'Only these entities; several with commas between them' -r
complete -c fountane -n "__fish_fountane_using_subcommand import" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand import" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand import" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand import" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand import" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand import" -l theirs -d 'Where a field or relation differs, take the model\'s'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l no-generate -d 'Edit the spec only'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand import" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand import" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand import" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand import" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l branch -d 'Make a branch of this name first, and upgrade on it' -r
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l conflict -d 'What is written where a person and fountane changed the same lines' -r -f -a "markers\t'Both, with marks around them, to be decided'
ours\t'What the person has'
theirs\t'What is rendered'
side-file\t'What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided'"
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l allow-dirty -d 'Merge into edited files also where the edits are in no commit yet'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l diff -d 'Show every changed line; with --dry-run before anything is written'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l back -d 'Give them back: the next `fountane generate` merges into them'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l dry-run -d 'Say what would be done, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand eject" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l dir -d 'The repository; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l from -d 'The model; without it, the first one that is found' -r
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l name -d 'The product\'s name; without it, that of the repository\'s package' -r
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l dry-run -d 'Print the spec and what would be made, and write nothing'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand adopt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand exec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List all blueprints'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Show what a blueprint makes and asks'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from help" -f -a "list" -d 'List all blueprints'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what a blueprint makes and asks'
complete -c fountane -n "__fish_fountane_using_subcommand blueprint; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -f -a "list" -d 'List all templates'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -f -a "show" -d 'Show a template\'s parameters and files'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -f -a "test" -d 'Render every blueprint with sample models, and compare with what was rendered before'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -f -a "lint" -d 'Look for faults in templates without rendering them'
complete -c fountane -n "__fish_fountane_using_subcommand template; and not __fish_seen_subcommand_from list show test lint help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l bless -d 'Take what is rendered now for what is expected from now on'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "list" -d 'List all templates'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a template\'s parameters and files'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "test" -d 'Render every blueprint with sample models, and compare with what was rendered before'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Look for faults in templates without rendering them'
complete -c fountane -n "__fish_fountane_using_subcommand template; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -f -a "list" -d 'List the sources of the workspace: where they are, what is wanted, what is pinned'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -f -a "fetch" -d 'Fetch what `fountane.lock` pins, for commands that have no network'
complete -c fountane -n "__fish_fountane_using_subcommand source; and not __fish_seen_subcommand_from list fetch help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from fetch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the sources of the workspace: where they are, what is wanted, what is pinned'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "fetch" -d 'Fetch what `fountane.lock` pins, for commands that have no network'
complete -c fountane -n "__fish_fountane_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -f -a "list" -d 'List what is trusted: addresses, and digests of what was there'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -f -a "revoke" -d 'Trust an address no longer: its next use asks again'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and not __fish_seen_subcommand_from list revoke help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from help" -f -a "list" -d 'List what is trusted: addresses, and digests of what was there'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Trust an address no longer: its next use asks again'
complete -c fountane -n "__fish_fountane_using_subcommand trust; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "up" -d 'Start it, with demo data'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "status" -d 'Show what runs, and where'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "logs" -d 'Show what its services wrote'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "open" -d 'Open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "down" -d 'Stop it; data stays. In a cluster: take it away with its data'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "list" -d 'List the demos in a cluster'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "extend" -d 'Decide anew when a demo in a cluster ends'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "gc" -d 'Find demos in a cluster that have ended, and take them down'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "supervise" -d 'Keep a demo\'s services running: for fountane itself'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and not __fish_seen_subcommand_from up status logs open down list extend gc supervise help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l attach -d 'Stay, show what its services write, and stop it on Ctrl-C'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l open -d 'Open it in a browser once it is up'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l lines -d 'How many lines of each to begin with' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -s f -l follow -d 'Go on as lines come'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l target -d 'Where it is' -r -f -a "process\t'On this machine'
kubernetes\t'In a cluster, by kubectl'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l wait -d 'How long to wait until nothing of it is left in the cluster' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l context -d 'A context of your kubeconfig; the current one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l kubeconfig -d 'A kubeconfig; the one that kubectl takes by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l purge -d 'Delete its data too; in a cluster it always goes'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l allow-production -d 'Change a cluster also where its context looks like production'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from down" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l target -d 'Where they are' -r -f -a "kubernetes\t'In a cluster, by kubectl'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l max-ttl -d 'The longest that a demo lasts since that was decided' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l context -d 'A context of your kubeconfig; the current one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l kubeconfig -d 'A kubeconfig; the one that kubectl takes by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l ttl -d 'So long from now, such as `72h` or `3d`; a day has 24 hours' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l until -d 'Then, such as `2027-01-31T18:00+01:00` or `2027-01-31T18:00[Europe/Berlin]`' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l keep -d 'Not before somebody decides anew, for this reason' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l max-ttl -d 'The most that there is from now' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l context -d 'A context of your kubeconfig; the current one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l kubeconfig -d 'A kubeconfig; the one that kubectl takes by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l allow-production -d 'Change a cluster also where its context looks like production'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from extend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l max-ttl -d 'The longest that a demo lasts since that was decided' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l wait -d 'How long to wait until nothing of them is left' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l context -d 'A context of your kubeconfig; the current one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l kubeconfig -d 'A kubeconfig; the one that kubectl takes by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l delete -d 'Take them down; without it they are only told'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l allow-production -d 'Change a cluster also where its context looks like production'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from gc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from supervise" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "up" -d 'Start it, with demo data'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show what runs, and where'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Show what its services wrote'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "open" -d 'Open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "down" -d 'Stop it; data stays. In a cluster: take it away with its data'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the demos in a cluster'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "extend" -d 'Decide anew when a demo in a cluster ends'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "gc" -d 'Find demos in a cluster that have ended, and take them down'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "supervise" -d 'Keep a demo\'s services running: for fountane itself'
complete -c fountane -n "__fish_fountane_using_subcommand demo; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "up" -d 'Bring it up: what the spec needs, or what is named, with all that it needs in turn'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "down" -d 'Take it down; data stays'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "status" -d 'Show how everything stands'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "ps" -d 'Show how everything stands'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "logs" -d 'Show what its containers write'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "restart" -d 'Restart services, and wait until they are healthy'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "exec" -d 'Run a program in a container'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "reset" -d 'Delete the data of something, and bring it up anew with all that waits for it'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "open" -d 'Print the address of something, and open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "export" -d 'Write it as a file for another tool'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "images" -d 'Carry images to machines that can fetch none'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and not __fish_seen_subcommand_from up down status ps logs restart exec reset open export images help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l pull -d 'When images are fetched' -r -f -a "never\t'Never: they have to be there'
missing\t'Those that are not there'
always\t'All, as tags may have moved'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l wait-timeout -d 'How many seconds a service may take until it is healthy' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l all -d 'Every component that there is'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l dry-run -d 'Say what would be done, and do nothing'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l volumes -d 'Delete its data too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l dry-run -d 'Say what would be removed, and remove nothing'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from down" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from ps" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l since -d 'Only lines since then: `10m`, `2h`, or a moment such as `2026-05-02T10:00:00Z`' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l lines -d 'How many lines of each to begin with' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -s f -l follow -d 'Go on as lines come'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from restart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from exec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l print -d 'Print it only'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l format -d 'As what' -r -f -a "compose\t'A compose file, for `docker compose`'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -s o -l output -d 'Where to; `-` prints it' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l all -d 'Every component that there is'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l name -d 'What the stack is called on the engine; the project\'s name by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -f -a "save" -d 'Write the images of the stack into a file'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -f -a "load" -d 'Put the images of a file into the engine'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from images" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "up" -d 'Bring it up: what the spec needs, or what is named, with all that it needs in turn'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "down" -d 'Take it down; data stays'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how everything stands'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Show what its containers write'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "restart" -d 'Restart services, and wait until they are healthy'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "exec" -d 'Run a program in a container'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Delete the data of something, and bring it up anew with all that waits for it'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "open" -d 'Print the address of something, and open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write it as a file for another tool'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "images" -d 'Carry images to machines that can fetch none'
complete -c fountane -n "__fish_fountane_using_subcommand stack; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l context -d 'A context of your kubeconfig; the current one by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l kubeconfig -d 'A kubeconfig; the one that kubectl takes by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l dir -d 'The workspace, or a folder inside it; here by default' -r
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -s o -l output -d 'Write it to this file instead' -r
complete -c fountane -n "__fish_fountane_using_subcommand schema" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand schema" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand schema" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand schema" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -l color -d 'When to use colour; `NO_COLOR` turns it off where this is not given' -r -f -a "auto\t'Where there is a terminal'
always\t'Always'
never\t'Never'"
complete -c fountane -n "__fish_fountane_using_subcommand completions" -l templates -d 'A folder with templates and blueprints that come before those of fountane' -r
complete -c fountane -n "__fish_fountane_using_subcommand completions" -l trust -d 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times' -r
complete -c fountane -n "__fish_fountane_using_subcommand completions" -l json -d 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -s q -l quiet -d 'Print only errors and what was asked for'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -s v -l verbose -d 'Print what tools print, too'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -s y -l yes -d 'Ask nothing: take every default'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -l show-settings -d 'Print the settings, each with where it comes from, and stop'
complete -c fountane -n "__fish_fountane_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "new" -d 'Make a new workspace from answers, a spec or a model'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "generate" -d 'Render the workspace again from its spec'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "check" -d 'Run every gate: format, contracts, types, lint and tests'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "fix" -d 'Repair what the compiler and ESLint find, as far as it needs no opinion'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "add" -d 'Add something to the spec, then generate'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "remove" -d 'Take something out of the spec, then generate'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "rename" -d 'Give something another name, in the spec, the code and the database'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "import" -d 'Bring a model into the spec, then generate'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "upgrade" -d 'Bring the workspace to the templates of this fountane'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "eject" -d 'Make generated files yours'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "adopt" -d 'Take a repository that is there under fountane'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "exec" -d 'Start a program with the workspace\'s Node and pnpm'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "blueprint" -d 'Look at blueprints'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "template" -d 'Look at templates and test them'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "source" -d 'Blueprints and templates from elsewhere'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "trust" -d 'What of blueprints and templates from elsewhere you trust'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "demo" -d 'Run the workspace as a demo, on this machine; look after demos in a cluster'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "stack" -d 'Run the workspace and the servers that it needs in containers'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "doctor" -d 'Find out whether this machine has what it takes'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "schema" -d 'Print the JSON Schema of `fountane.yaml`'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "completions" -d 'Print a completion script for a shell'
complete -c fountane -n "__fish_fountane_using_subcommand help; and not __fish_seen_subcommand_from new generate check fix add remove rename import upgrade eject adopt exec blueprint template source trust demo stack doctor schema completions help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "entity" -d 'An entity with its fields'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "relation" -d 'A relation between two entities'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "service" -d 'A service'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from add" -f -a "package" -d 'A library package of your own'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "field" -d 'Fields of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "relation" -d 'Relations of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "enum" -d 'An enum, or values of it'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "service" -d 'A service; its entities go to another'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from remove" -f -a "app" -d 'An application'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "entity" -d 'An entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "field" -d 'A field of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "relation" -d 'A relation of an entity'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "enum" -d 'An enum'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "value" -d 'A value of an enum'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from rename" -f -a "service" -d 'A service: not possible; the command says why, and what can be done'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from blueprint" -f -a "list" -d 'List all blueprints'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from blueprint" -f -a "show" -d 'Show what a blueprint makes and asks'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "list" -d 'List all templates'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "show" -d 'Show a template\'s parameters and files'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "test" -d 'Render every blueprint with sample models, and compare with what was rendered before'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from template" -f -a "lint" -d 'Look for faults in templates without rendering them'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from source" -f -a "list" -d 'List the sources of the workspace: where they are, what is wanted, what is pinned'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from source" -f -a "fetch" -d 'Fetch what `fountane.lock` pins, for commands that have no network'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from trust" -f -a "list" -d 'List what is trusted: addresses, and digests of what was there'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from trust" -f -a "revoke" -d 'Trust an address no longer: its next use asks again'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "up" -d 'Start it, with demo data'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "status" -d 'Show what runs, and where'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "logs" -d 'Show what its services wrote'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "open" -d 'Open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "down" -d 'Stop it; data stays. In a cluster: take it away with its data'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "list" -d 'List the demos in a cluster'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "extend" -d 'Decide anew when a demo in a cluster ends'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "gc" -d 'Find demos in a cluster that have ended, and take them down'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from demo" -f -a "supervise" -d 'Keep a demo\'s services running: for fountane itself'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "up" -d 'Bring it up: what the spec needs, or what is named, with all that it needs in turn'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "down" -d 'Take it down; data stays'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "status" -d 'Show how everything stands'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "logs" -d 'Show what its containers write'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "restart" -d 'Restart services, and wait until they are healthy'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "exec" -d 'Run a program in a container'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "reset" -d 'Delete the data of something, and bring it up anew with all that waits for it'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "open" -d 'Print the address of something, and open it in a browser'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "export" -d 'Write it as a file for another tool'
complete -c fountane -n "__fish_fountane_using_subcommand help; and __fish_seen_subcommand_from stack" -f -a "images" -d 'Carry images to machines that can fetch none'
