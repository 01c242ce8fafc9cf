import UtkikApp

UtkikApp.main()
