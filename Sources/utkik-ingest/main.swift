import IngestApp
