import IngestApp

await IngestCommand.start()
