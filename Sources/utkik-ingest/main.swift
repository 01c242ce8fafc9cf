import IngestApp

IngestCommand.main()
