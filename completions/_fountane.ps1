
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'fountane' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'fountane'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'fountane' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a new workspace from answers, a spec or a model')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Render the workspace again from its spec')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Run every gate: format, contracts, types, lint and tests')
            [CompletionResult]::new('fix', 'fix', [CompletionResultType]::ParameterValue, 'Repair what the compiler and ESLint find, as far as it needs no opinion')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add something to the spec, then generate')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take something out of the spec, then generate')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give something another name, in the spec, the code and the database')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Bring a model into the spec, then generate')
            [CompletionResult]::new('upgrade', 'upgrade', [CompletionResultType]::ParameterValue, 'Bring the workspace to the templates of this fountane')
            [CompletionResult]::new('eject', 'eject', [CompletionResultType]::ParameterValue, 'Make generated files yours')
            [CompletionResult]::new('adopt', 'adopt', [CompletionResultType]::ParameterValue, 'Take a repository that is there under fountane')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Start a program with the workspace''s Node and pnpm')
            [CompletionResult]::new('blueprint', 'blueprint', [CompletionResultType]::ParameterValue, 'Look at blueprints')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Look at templates and test them')
            [CompletionResult]::new('source', 'source', [CompletionResultType]::ParameterValue, 'Blueprints and templates from elsewhere')
            [CompletionResult]::new('trust', 'trust', [CompletionResultType]::ParameterValue, 'What of blueprints and templates from elsewhere you trust')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Run the workspace as a demo, on this machine; look after demos in a cluster')
            [CompletionResult]::new('stack', 'stack', [CompletionResultType]::ParameterValue, 'Run the workspace and the servers that it needs in containers')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Find out whether this machine has what it takes')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of `fountane.yaml`')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;new' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Where to put it; `./NAME` by default')
            [CompletionResult]::new('--blueprint', '--blueprint', [CompletionResultType]::ParameterName, 'Which blueprint; `fountane blueprint list` tells them')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'A model to begin with: a `fountane.yaml`, a `.jdl` of JHipster, a `.sql` with tables, a `.prisma` or a folder of them, a document of OpenAPI, rows in `.json`, `.ndjson` or `.csv` or a folder of them, or `postgres://…`, a database that runs')
            [CompletionResult]::new('--answers', '--answers', [CompletionResultType]::ParameterName, 'A file with answers: YAML in the spec''s shape, with only what you want to say')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'An answer, such as `tenancy=none` or `project.title=''Pet Clinic''`; wins over the answers file')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-install', '--no-install', [CompletionResultType]::ParameterName, 'Do not install packages, and hence do not check')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Do not run the gates')
            [CompletionResult]::new('--no-git', '--no-git', [CompletionResultType]::ParameterName, 'Do not make a repository')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;generate' {
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Write only what belongs to a service, an entity or a template; several with commas between them')
            [CompletionResult]::new('--restore', '--restore', [CompletionResultType]::ParameterName, 'Write a file again that was deleted, or all below a folder; may be given several times')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing, and exit with 1 if anything would be written')
            [CompletionResult]::new('--continue', '--continue', [CompletionResultType]::ParameterName, 'End a run that left something to decide: fails while a mark is left')
            [CompletionResult]::new('--abort', '--abort', [CompletionResultType]::ParameterName, 'Take back a run that left something to decide: all files are as they were before it')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--allow-destructive', '--allow-destructive', [CompletionResultType]::ParameterName, 'Write migrations that lose data, too: a column that goes, a type that holds less')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;check' {
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Run only these gates; several with commas between them')
            [CompletionResult]::new('--sarif', '--sarif', [CompletionResultType]::ParameterName, 'Write what is found to this file, too, as SARIF for code hosts and editors')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Stay, and check again whenever a file changes; Ctrl-C ends it')
            [CompletionResult]::new('--no-cache', '--no-cache', [CompletionResultType]::ParameterName, 'Run every tool on everything, also where nothing has changed since it found nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;fix' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project; the one around here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing; tests are not run')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line')
            [CompletionResult]::new('--undo', '--undo', [CompletionResultType]::ParameterName, 'Put back what the last run changed; refused if a file was changed since')
            [CompletionResult]::new('--no-tests', '--no-tests', [CompletionResultType]::ParameterName, 'Do not run the project''s tests before and after')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity with its fields')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation between two entities')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'A library package of your own')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;add;entity' {
            [CompletionResult]::new('--service', '--service', [CompletionResultType]::ParameterName, 'The service that owns it; the first one by default')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What it is, for people')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;field' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;relation' {
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'How many on either side')
            [CompletionResult]::new('--inverse', '--inverse', [CompletionResultType]::ParameterName, 'The name of the other end')
            [CompletionResult]::new('--on-delete', '--on-delete', [CompletionResultType]::ParameterName, 'What happens to this row when the other goes: restrict, cascade or set-null')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--required', '--required', [CompletionResultType]::ParameterName, 'There must be one')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;enum' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;service' {
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What it is for')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;app' {
            [CompletionResult]::new('--locale', '--locale', [CompletionResultType]::ParameterName, 'A language of it, such as `en`; the first is the default')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;package' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;add;help' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity with its fields')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation between two entities')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'A library package of your own')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;add;help;entity' {
            break
        }
        'fountane;add;help;field' {
            break
        }
        'fountane;add;help;relation' {
            break
        }
        'fountane;add;help;enum' {
            break
        }
        'fountane;add;help;service' {
            break
        }
        'fountane;add;help;app' {
            break
        }
        'fountane;add;help;package' {
            break
        }
        'fountane;add;help;help' {
            break
        }
        'fountane;remove' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'Relations of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum, or values of it')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service; its entities go to another')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;remove;entity' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--cascade', '--cascade', [CompletionResultType]::ParameterName, 'Remove the relations of other entities to it, too')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;field' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;relation' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;enum' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;service' {
            [CompletionResult]::new('--into', '--into', [CompletionResultType]::ParameterName, 'The service that takes over its entities')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;app' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;remove;help' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'Relations of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum, or values of it')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service; its entities go to another')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;remove;help;entity' {
            break
        }
        'fountane;remove;help;field' {
            break
        }
        'fountane;remove;help;relation' {
            break
        }
        'fountane;remove;help;enum' {
            break
        }
        'fountane;remove;help;service' {
            break
        }
        'fountane;remove;help;app' {
            break
        }
        'fountane;remove;help;help' {
            break
        }
        'fountane;rename' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'A field of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('value', 'value', [CompletionResultType]::ParameterValue, 'A value of an enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service: not possible; the command says why, and what can be done')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;rename;entity' {
            [CompletionResult]::new('--plural', '--plural', [CompletionResultType]::ParameterName, 'Several of them, where the spec has a `plural:` that goes with the old name')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;field' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;relation' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;enum' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;value' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;service' {
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;rename;help' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'A field of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('value', 'value', [CompletionResultType]::ParameterValue, 'A value of an enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service: not possible; the command says why, and what can be done')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;rename;help;entity' {
            break
        }
        'fountane;rename;help;field' {
            break
        }
        'fountane;rename;help;relation' {
            break
        }
        'fountane;rename;help;enum' {
            break
        }
        'fountane;rename;help;value' {
            break
        }
        'fountane;rename;help;service' {
            break
        }
        'fountane;rename;help;help' {
            break
        }
        'fountane;import' {
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Only these entities; several with commas between them')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--theirs', '--theirs', [CompletionResultType]::ParameterName, 'Where a field or relation differs, take the model''s')
            [CompletionResult]::new('--no-generate', '--no-generate', [CompletionResultType]::ParameterName, 'Edit the spec only')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;upgrade' {
            [CompletionResult]::new('--branch', '--branch', [CompletionResultType]::ParameterName, 'Make a branch of this name first, and upgrade on it')
            [CompletionResult]::new('--conflict', '--conflict', [CompletionResultType]::ParameterName, 'What is written where a person and fountane changed the same lines')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--allow-dirty', '--allow-dirty', [CompletionResultType]::ParameterName, 'Merge into edited files also where the edits are in no commit yet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show every changed line; with --dry-run before anything is written')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;eject' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--back', '--back', [CompletionResultType]::ParameterName, 'Give them back: the next `fountane generate` merges into them')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and write nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;adopt' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The repository; here by default')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'The model; without it, the first one that is found')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The product''s name; without it, that of the repository''s package')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the spec and what would be made, and write nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;exec' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;blueprint' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all blueprints')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a blueprint makes and asks')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;blueprint;list' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;blueprint;show' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;blueprint;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all blueprints')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a blueprint makes and asks')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;blueprint;help;list' {
            break
        }
        'fountane;blueprint;help;show' {
            break
        }
        'fountane;blueprint;help;help' {
            break
        }
        'fountane;template' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all templates')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template''s parameters and files')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Render every blueprint with sample models, and compare with what was rendered before')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Look for faults in templates without rendering them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;template;list' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;template;show' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;template;test' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--bless', '--bless', [CompletionResultType]::ParameterName, 'Take what is rendered now for what is expected from now on')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;template;lint' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;template;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all templates')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template''s parameters and files')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Render every blueprint with sample models, and compare with what was rendered before')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Look for faults in templates without rendering them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;template;help;list' {
            break
        }
        'fountane;template;help;show' {
            break
        }
        'fountane;template;help;test' {
            break
        }
        'fountane;template;help;lint' {
            break
        }
        'fountane;template;help;help' {
            break
        }
        'fountane;source' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sources of the workspace: where they are, what is wanted, what is pinned')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'Fetch what `fountane.lock` pins, for commands that have no network')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;source;list' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;source;fetch' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;source;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sources of the workspace: where they are, what is wanted, what is pinned')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'Fetch what `fountane.lock` pins, for commands that have no network')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;source;help;list' {
            break
        }
        'fountane;source;help;fetch' {
            break
        }
        'fountane;source;help;help' {
            break
        }
        'fountane;trust' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is trusted: addresses, and digests of what was there')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Trust an address no longer: its next use asks again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;trust;list' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;trust;revoke' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;trust;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is trusted: addresses, and digests of what was there')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Trust an address no longer: its next use asks again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;trust;help;list' {
            break
        }
        'fountane;trust;help;revoke' {
            break
        }
        'fountane;trust;help;help' {
            break
        }
        'fountane;demo' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Start it, with demo data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what runs, and where')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its services wrote')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open it in a browser')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Stop it; data stays. In a cluster: take it away with its data')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the demos in a cluster')
            [CompletionResult]::new('extend', 'extend', [CompletionResultType]::ParameterValue, 'Decide anew when a demo in a cluster ends')
            [CompletionResult]::new('gc', 'gc', [CompletionResultType]::ParameterValue, 'Find demos in a cluster that have ended, and take them down')
            [CompletionResult]::new('supervise', 'supervise', [CompletionResultType]::ParameterValue, 'Keep a demo''s services running: for fountane itself')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;demo;up' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--attach', '--attach', [CompletionResultType]::ParameterName, 'Stay, show what its services write, and stop it on Ctrl-C')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open it in a browser once it is up')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;status' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;logs' {
            [CompletionResult]::new('--lines', '--lines', [CompletionResultType]::ParameterName, 'How many lines of each to begin with')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Go on as lines come')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Go on as lines come')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;open' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;down' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'Where it is')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait until nothing of it is left in the cluster')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'A context of your kubeconfig; the current one by default')
            [CompletionResult]::new('--kubeconfig', '--kubeconfig', [CompletionResultType]::ParameterName, 'A kubeconfig; the one that kubectl takes by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--purge', '--purge', [CompletionResultType]::ParameterName, 'Delete its data too; in a cluster it always goes')
            [CompletionResult]::new('--allow-production', '--allow-production', [CompletionResultType]::ParameterName, 'Change a cluster also where its context looks like production')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;list' {
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'Where they are')
            [CompletionResult]::new('--max-ttl', '--max-ttl', [CompletionResultType]::ParameterName, 'The longest that a demo lasts since that was decided')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'A context of your kubeconfig; the current one by default')
            [CompletionResult]::new('--kubeconfig', '--kubeconfig', [CompletionResultType]::ParameterName, 'A kubeconfig; the one that kubectl takes by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;extend' {
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'So long from now, such as `72h` or `3d`; a day has 24 hours')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Then, such as `2027-01-31T18:00+01:00` or `2027-01-31T18:00[Europe/Berlin]`')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Not before somebody decides anew, for this reason')
            [CompletionResult]::new('--max-ttl', '--max-ttl', [CompletionResultType]::ParameterName, 'The most that there is from now')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'A context of your kubeconfig; the current one by default')
            [CompletionResult]::new('--kubeconfig', '--kubeconfig', [CompletionResultType]::ParameterName, 'A kubeconfig; the one that kubectl takes by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--allow-production', '--allow-production', [CompletionResultType]::ParameterName, 'Change a cluster also where its context looks like production')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;gc' {
            [CompletionResult]::new('--max-ttl', '--max-ttl', [CompletionResultType]::ParameterName, 'The longest that a demo lasts since that was decided')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait until nothing of them is left')
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'A context of your kubeconfig; the current one by default')
            [CompletionResult]::new('--kubeconfig', '--kubeconfig', [CompletionResultType]::ParameterName, 'A kubeconfig; the one that kubectl takes by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--delete', '--delete', [CompletionResultType]::ParameterName, 'Take them down; without it they are only told')
            [CompletionResult]::new('--allow-production', '--allow-production', [CompletionResultType]::ParameterName, 'Change a cluster also where its context looks like production')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;supervise' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;demo;help' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Start it, with demo data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what runs, and where')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its services wrote')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open it in a browser')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Stop it; data stays. In a cluster: take it away with its data')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the demos in a cluster')
            [CompletionResult]::new('extend', 'extend', [CompletionResultType]::ParameterValue, 'Decide anew when a demo in a cluster ends')
            [CompletionResult]::new('gc', 'gc', [CompletionResultType]::ParameterValue, 'Find demos in a cluster that have ended, and take them down')
            [CompletionResult]::new('supervise', 'supervise', [CompletionResultType]::ParameterValue, 'Keep a demo''s services running: for fountane itself')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;demo;help;up' {
            break
        }
        'fountane;demo;help;status' {
            break
        }
        'fountane;demo;help;logs' {
            break
        }
        'fountane;demo;help;open' {
            break
        }
        'fountane;demo;help;down' {
            break
        }
        'fountane;demo;help;list' {
            break
        }
        'fountane;demo;help;extend' {
            break
        }
        'fountane;demo;help;gc' {
            break
        }
        'fountane;demo;help;supervise' {
            break
        }
        'fountane;demo;help;help' {
            break
        }
        'fountane;stack' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Bring it up: what the spec needs, or what is named, with all that it needs in turn')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take it down; data stays')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how everything stands')
            [CompletionResult]::new('ps', 'ps', [CompletionResultType]::ParameterValue, 'Show how everything stands')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its containers write')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Restart services, and wait until they are healthy')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a program in a container')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Delete the data of something, and bring it up anew with all that waits for it')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Print the address of something, and open it in a browser')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write it as a file for another tool')
            [CompletionResult]::new('images', 'images', [CompletionResultType]::ParameterValue, 'Carry images to machines that can fetch none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;stack;up' {
            [CompletionResult]::new('--pull', '--pull', [CompletionResultType]::ParameterName, 'When images are fetched')
            [CompletionResult]::new('--wait-timeout', '--wait-timeout', [CompletionResultType]::ParameterName, 'How many seconds a service may take until it is healthy')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Every component that there is')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be done, and do nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;down' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--volumes', '--volumes', [CompletionResultType]::ParameterName, 'Delete its data too')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be removed, and remove nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;status' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;ps' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;logs' {
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only lines since then: `10m`, `2h`, or a moment such as `2026-05-02T10:00:00Z`')
            [CompletionResult]::new('--lines', '--lines', [CompletionResultType]::ParameterName, 'How many lines of each to begin with')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Go on as lines come')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Go on as lines come')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;restart' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;exec' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;reset' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;open' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print it only')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'As what')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where to; `-` prints it')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where to; `-` prints it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Every component that there is')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;images' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Write the images of the stack into a file')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put the images of a file into the engine')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;stack;images;save' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Of every component that there is')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;images;load' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the stack is called on the engine; the project''s name by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;stack;images;help' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Write the images of the stack into a file')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put the images of a file into the engine')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;stack;images;help;save' {
            break
        }
        'fountane;stack;images;help;load' {
            break
        }
        'fountane;stack;images;help;help' {
            break
        }
        'fountane;stack;help' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Bring it up: what the spec needs, or what is named, with all that it needs in turn')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take it down; data stays')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how everything stands')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its containers write')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Restart services, and wait until they are healthy')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a program in a container')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Delete the data of something, and bring it up anew with all that waits for it')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Print the address of something, and open it in a browser')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write it as a file for another tool')
            [CompletionResult]::new('images', 'images', [CompletionResultType]::ParameterValue, 'Carry images to machines that can fetch none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;stack;help;up' {
            break
        }
        'fountane;stack;help;down' {
            break
        }
        'fountane;stack;help;status' {
            break
        }
        'fountane;stack;help;logs' {
            break
        }
        'fountane;stack;help;restart' {
            break
        }
        'fountane;stack;help;exec' {
            break
        }
        'fountane;stack;help;reset' {
            break
        }
        'fountane;stack;help;open' {
            break
        }
        'fountane;stack;help;export' {
            break
        }
        'fountane;stack;help;images' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Write the images of the stack into a file')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put the images of a file into the engine')
            break
        }
        'fountane;stack;help;images;save' {
            break
        }
        'fountane;stack;help;images;load' {
            break
        }
        'fountane;stack;help;help' {
            break
        }
        'fountane;doctor' {
            [CompletionResult]::new('--context', '--context', [CompletionResultType]::ParameterName, 'A context of your kubeconfig; the current one by default')
            [CompletionResult]::new('--kubeconfig', '--kubeconfig', [CompletionResultType]::ParameterName, 'A kubeconfig; the one that kubectl takes by default')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'The workspace, or a folder inside it; here by default')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;schema' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write it to this file instead')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write it to this file instead')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;completions' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; `NO_COLOR` turns it off where this is not given')
            [CompletionResult]::new('--templates', '--templates', [CompletionResultType]::ParameterName, 'A folder with templates and blueprints that come before those of fountane')
            [CompletionResult]::new('--trust', '--trust', [CompletionResultType]::ParameterName, 'Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only errors and what was asked for')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print what tools print, too')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: take every default')
            [CompletionResult]::new('--show-settings', '--show-settings', [CompletionResultType]::ParameterName, 'Print the settings, each with where it comes from, and stop')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'fountane;help' {
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a new workspace from answers, a spec or a model')
            [CompletionResult]::new('generate', 'generate', [CompletionResultType]::ParameterValue, 'Render the workspace again from its spec')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Run every gate: format, contracts, types, lint and tests')
            [CompletionResult]::new('fix', 'fix', [CompletionResultType]::ParameterValue, 'Repair what the compiler and ESLint find, as far as it needs no opinion')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add something to the spec, then generate')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take something out of the spec, then generate')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give something another name, in the spec, the code and the database')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Bring a model into the spec, then generate')
            [CompletionResult]::new('upgrade', 'upgrade', [CompletionResultType]::ParameterValue, 'Bring the workspace to the templates of this fountane')
            [CompletionResult]::new('eject', 'eject', [CompletionResultType]::ParameterValue, 'Make generated files yours')
            [CompletionResult]::new('adopt', 'adopt', [CompletionResultType]::ParameterValue, 'Take a repository that is there under fountane')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Start a program with the workspace''s Node and pnpm')
            [CompletionResult]::new('blueprint', 'blueprint', [CompletionResultType]::ParameterValue, 'Look at blueprints')
            [CompletionResult]::new('template', 'template', [CompletionResultType]::ParameterValue, 'Look at templates and test them')
            [CompletionResult]::new('source', 'source', [CompletionResultType]::ParameterValue, 'Blueprints and templates from elsewhere')
            [CompletionResult]::new('trust', 'trust', [CompletionResultType]::ParameterValue, 'What of blueprints and templates from elsewhere you trust')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Run the workspace as a demo, on this machine; look after demos in a cluster')
            [CompletionResult]::new('stack', 'stack', [CompletionResultType]::ParameterValue, 'Run the workspace and the servers that it needs in containers')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Find out whether this machine has what it takes')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of `fountane.yaml`')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print a completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'fountane;help;new' {
            break
        }
        'fountane;help;generate' {
            break
        }
        'fountane;help;check' {
            break
        }
        'fountane;help;fix' {
            break
        }
        'fountane;help;add' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity with its fields')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation between two entities')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            [CompletionResult]::new('package', 'package', [CompletionResultType]::ParameterValue, 'A library package of your own')
            break
        }
        'fountane;help;add;entity' {
            break
        }
        'fountane;help;add;field' {
            break
        }
        'fountane;help;add;relation' {
            break
        }
        'fountane;help;add;enum' {
            break
        }
        'fountane;help;add;service' {
            break
        }
        'fountane;help;add;app' {
            break
        }
        'fountane;help;add;package' {
            break
        }
        'fountane;help;remove' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'Fields of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'Relations of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum, or values of it')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service; its entities go to another')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'An application')
            break
        }
        'fountane;help;remove;entity' {
            break
        }
        'fountane;help;remove;field' {
            break
        }
        'fountane;help;remove;relation' {
            break
        }
        'fountane;help;remove;enum' {
            break
        }
        'fountane;help;remove;service' {
            break
        }
        'fountane;help;remove;app' {
            break
        }
        'fountane;help;rename' {
            [CompletionResult]::new('entity', 'entity', [CompletionResultType]::ParameterValue, 'An entity')
            [CompletionResult]::new('field', 'field', [CompletionResultType]::ParameterValue, 'A field of an entity')
            [CompletionResult]::new('relation', 'relation', [CompletionResultType]::ParameterValue, 'A relation of an entity')
            [CompletionResult]::new('enum', 'enum', [CompletionResultType]::ParameterValue, 'An enum')
            [CompletionResult]::new('value', 'value', [CompletionResultType]::ParameterValue, 'A value of an enum')
            [CompletionResult]::new('service', 'service', [CompletionResultType]::ParameterValue, 'A service: not possible; the command says why, and what can be done')
            break
        }
        'fountane;help;rename;entity' {
            break
        }
        'fountane;help;rename;field' {
            break
        }
        'fountane;help;rename;relation' {
            break
        }
        'fountane;help;rename;enum' {
            break
        }
        'fountane;help;rename;value' {
            break
        }
        'fountane;help;rename;service' {
            break
        }
        'fountane;help;import' {
            break
        }
        'fountane;help;upgrade' {
            break
        }
        'fountane;help;eject' {
            break
        }
        'fountane;help;adopt' {
            break
        }
        'fountane;help;exec' {
            break
        }
        'fountane;help;blueprint' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all blueprints')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a blueprint makes and asks')
            break
        }
        'fountane;help;blueprint;list' {
            break
        }
        'fountane;help;blueprint;show' {
            break
        }
        'fountane;help;template' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List all templates')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a template''s parameters and files')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Render every blueprint with sample models, and compare with what was rendered before')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Look for faults in templates without rendering them')
            break
        }
        'fountane;help;template;list' {
            break
        }
        'fountane;help;template;show' {
            break
        }
        'fountane;help;template;test' {
            break
        }
        'fountane;help;template;lint' {
            break
        }
        'fountane;help;source' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the sources of the workspace: where they are, what is wanted, what is pinned')
            [CompletionResult]::new('fetch', 'fetch', [CompletionResultType]::ParameterValue, 'Fetch what `fountane.lock` pins, for commands that have no network')
            break
        }
        'fountane;help;source;list' {
            break
        }
        'fountane;help;source;fetch' {
            break
        }
        'fountane;help;trust' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is trusted: addresses, and digests of what was there')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Trust an address no longer: its next use asks again')
            break
        }
        'fountane;help;trust;list' {
            break
        }
        'fountane;help;trust;revoke' {
            break
        }
        'fountane;help;demo' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Start it, with demo data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show what runs, and where')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its services wrote')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open it in a browser')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Stop it; data stays. In a cluster: take it away with its data')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the demos in a cluster')
            [CompletionResult]::new('extend', 'extend', [CompletionResultType]::ParameterValue, 'Decide anew when a demo in a cluster ends')
            [CompletionResult]::new('gc', 'gc', [CompletionResultType]::ParameterValue, 'Find demos in a cluster that have ended, and take them down')
            [CompletionResult]::new('supervise', 'supervise', [CompletionResultType]::ParameterValue, 'Keep a demo''s services running: for fountane itself')
            break
        }
        'fountane;help;demo;up' {
            break
        }
        'fountane;help;demo;status' {
            break
        }
        'fountane;help;demo;logs' {
            break
        }
        'fountane;help;demo;open' {
            break
        }
        'fountane;help;demo;down' {
            break
        }
        'fountane;help;demo;list' {
            break
        }
        'fountane;help;demo;extend' {
            break
        }
        'fountane;help;demo;gc' {
            break
        }
        'fountane;help;demo;supervise' {
            break
        }
        'fountane;help;stack' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Bring it up: what the spec needs, or what is named, with all that it needs in turn')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take it down; data stays')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how everything stands')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what its containers write')
            [CompletionResult]::new('restart', 'restart', [CompletionResultType]::ParameterValue, 'Restart services, and wait until they are healthy')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a program in a container')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Delete the data of something, and bring it up anew with all that waits for it')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Print the address of something, and open it in a browser')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write it as a file for another tool')
            [CompletionResult]::new('images', 'images', [CompletionResultType]::ParameterValue, 'Carry images to machines that can fetch none')
            break
        }
        'fountane;help;stack;up' {
            break
        }
        'fountane;help;stack;down' {
            break
        }
        'fountane;help;stack;status' {
            break
        }
        'fountane;help;stack;logs' {
            break
        }
        'fountane;help;stack;restart' {
            break
        }
        'fountane;help;stack;exec' {
            break
        }
        'fountane;help;stack;reset' {
            break
        }
        'fountane;help;stack;open' {
            break
        }
        'fountane;help;stack;export' {
            break
        }
        'fountane;help;stack;images' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Write the images of the stack into a file')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put the images of a file into the engine')
            break
        }
        'fountane;help;stack;images;save' {
            break
        }
        'fountane;help;stack;images;load' {
            break
        }
        'fountane;help;doctor' {
            break
        }
        'fountane;help;schema' {
            break
        }
        'fountane;help;completions' {
            break
        }
        'fountane;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
