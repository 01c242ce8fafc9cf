import ArgumentParser
import TOMLKit
import Yams
