import UtkikApp
